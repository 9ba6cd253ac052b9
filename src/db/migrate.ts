import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { migrate as migratePgliteFiles } from 'drizzle-orm/pglite/migrator'
import pg from 'pg'
import type { PgBoss } from 'pg-boss'

/** Beside the sources, also in production: the server runs from the project's root. */
const folder = join(process.cwd(), 'src/db')
const migrationsFolder = join(folder, 'migrations')

/** What this version of the code expects of a database; stored there once it is so. */
export async function schemaVersion(): Promise<string> {
  const latest = readMigrationFiles({ migrationsFolder }).at(-1)
  const access = await Bun.file(join(folder, 'access.sql')).text()
  return Bun.hash(`${latest?.hash}${access}`).toString(36)
}

/** Run by the owner of the tables. Does nothing, in one query, when the database is up to date. */
export async function migratePglite(pglite: PGlite): Promise<void> {
  await pglite.exec('reset role')
  const version = await schemaVersion()
  const found = await pglite
    .query<{ version: string }>('select version from drizzle.schema_version')
    .catch(() => ({ rows: [] }))
  if (found.rows[0]?.version !== version) {
    await migratePgliteFiles(drizzlePglite(pglite), { migrationsFolder })
    const { PgBoss, fromPglite } = await import('pg-boss')
    await installQueue(new PgBoss({ db: fromPglite(pglite), backend: 'pglite' }))
    await pglite.exec(await finish(version))
  }
}

/** The database is older or newer than this code, and the login may not bring it to its version. */
export class SchemaVersionError extends Error {}

/**
 * On a connection of its own, which owns the tables. An advisory lock lets ten servers that start at
 * once migrate once. A login that owns nothing may look whether all is done. Throws
 * SchemaVersionError when it is not.
 */
export async function migratePostgres(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  // The statement that waits for the answer fails; without a listener so would the process.
  client.on('error', () => {})
  await client.connect()
  try {
    const version = await schemaVersion()
    const isUpToDate = async () => {
      const found = await client
        .query<{ version: string }>('select version from drizzle.schema_version')
        .catch(() => ({ rows: [] }))
      return found.rows[0]?.version === version
    }
    if (await isUpToDate()) return
    await refuseWhoMayNotMigrate(client)
    await client.query("select pg_advisory_lock(hashtext('loam.migrations'))")
    if (await isUpToDate()) return
    await migratePg(drizzlePg(client), { migrationsFolder })
    const { PgBoss } = await import('pg-boss')
    await installQueue(new PgBoss({ connectionString, max: 1 }))
    await client.query(await finish(version))
  } finally {
    await client.end()
  }
}

async function refuseWhoMayNotMigrate(client: pg.Client) {
  const { rows } = await client.query<{ login: string; may: boolean }>(
    "select session_user as login, has_database_privilege(current_database(), 'CREATE') as may",
  )
  if (rows[0]?.may !== false) return
  throw new SchemaVersionError(
    `The database is not at the version of this server, and the login ${rows[0].login} may not change that. Run \`bun run migrate\` with DATABASE_MIGRATION_URL, the login that owns the tables, or set that variable for the server.`,
  )
}

/** The queue's tables are the library's own: starting it once as the owner creates or updates them. */
async function installQueue(boss: PgBoss) {
  await boss.start()
  await boss.stop({ graceful: false })
}

async function finish(version: string): Promise<string> {
  const access = await Bun.file(join(folder, 'access.sql')).text()
  return `${access}
    create table if not exists drizzle.schema_version (version text not null);
    grant usage on schema drizzle to app_user, app_system;
    grant select on drizzle.schema_version to app_user, app_system;
    truncate drizzle.schema_version;
    insert into drizzle.schema_version values ('${version}');`
}
