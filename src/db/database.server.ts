import { env } from '#/env.server.ts'
import { checkLogins } from './check-logins.ts'
import { connectPglite, connectPostgres, type Connection } from './connection.ts'
import { migratePglite, migratePostgres } from './migrate.ts'

declare global {
  // Vite re-creates modules while developing, and PGlite must be opened once.
  var loamDatabase: Promise<Connection> | undefined
}

/** The database of this process: migrated, and opened on first use. */
export function database(): Promise<Connection> {
  return (globalThis.loamDatabase ??= open().catch((error: unknown) => {
    // The next request tries again.
    globalThis.loamDatabase = undefined
    throw error
  }))
}

export async function closeDatabase() {
  const open = globalThis.loamDatabase
  globalThis.loamDatabase = undefined
  await (await open)?.close()
}

async function open(): Promise<Connection> {
  if (env.DATABASE_URL.startsWith('pglite:')) {
    return connectPglite(env.DATABASE_URL.slice('pglite:'.length), migratePglite)
  }
  await migratePostgres(env.DATABASE_MIGRATION_URL ?? env.DATABASE_URL)
  const connection = connectPostgres({
    url: env.DATABASE_URL,
    systemUrl: env.DATABASE_SYSTEM_URL,
    poolSize: env.DATABASE_POOL_SIZE,
    systemPoolSize: env.DATABASE_SYSTEM_POOL_SIZE,
  })
  if (env.NODE_ENV === 'production') {
    await checkLogins(connection).catch(async (error: unknown) => {
      await connection.close()
      throw error
    })
  }
  return connection
}
