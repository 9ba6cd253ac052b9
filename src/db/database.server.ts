import { env } from '#/env.server.ts'
import { Unavailable } from '#/unavailable.ts'
import { checkLogins } from './check-logins.ts'
import { connectPglite, connectPostgres, type Connection } from './connection.ts'
import { databaseDeadlines, databaseOutage, within, withAvailability } from './deadlines.ts'
import { noticeOutage } from './noticed-outage.server.ts'
import { migratePglite, migratePostgres } from './migrate.ts'

declare global {
  // Vite re-creates modules while developing, and PGlite must be opened once.
  var appDatabase: Promise<Connection> | undefined
}

const isEmbedded = env.DATABASE_URL.startsWith('pglite:')

/**
 * The database of this process: migrated, and opened on first use. A server that does not answer is
 * waited for as long as for a connection; the embedded one until it is open.
 */
export async function database(): Promise<Connection> {
  const opening = (globalThis.appDatabase ??= open().catch((error: unknown) => {
    // The next request tries again.
    globalThis.appDatabase = undefined
    throw withAvailability(error)
  }))
  if (isEmbedded || opening === opened) return opening
  try {
    const connection = await within(databaseDeadlines.connection, opening)
    opened = opening
    return connection
  } catch (error) {
    if (error instanceof Unavailable) {
      databaseOutage.failed(error)
      noticeOutage(error)
    }
    throw error
  }
}

/** Once it is open, waiting for it needs no deadline. */
let opened: Promise<Connection> | undefined

export async function closeDatabase() {
  const open = globalThis.appDatabase
  globalThis.appDatabase = undefined
  await (await open)?.close()
}

async function open(): Promise<Connection> {
  if (isEmbedded) {
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
