import { join } from 'node:path'
import { Glob } from 'bun'
import type { PGlite } from '@electric-sql/pglite'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import { migrate as migratePg } from 'drizzle-orm/node-postgres/migrator'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { migrate as migratePgliteFiles } from 'drizzle-orm/pglite/migrator'
import pg from 'pg'
import type { PgBoss } from 'pg-boss'
import { Unavailable } from '#/unavailable.ts'
import { databaseDeadlines, withAvailability } from './deadlines.ts'

/** Beside the sources, also in production: the server runs from the project's root. */
const sources = join(process.cwd(), 'src')
const migrationsFolder = join(sources, 'db/migrations')

/** What this version of the code expects of a database; stored there once it is so. */
export async function schemaVersion(): Promise<string> {
  const { hash, folderMillis } = latestMigration()
  // The moment too: a migration that is taken back and written again may have the same statements.
  return Bun.hash(`${hash}${folderMillis}${await access()}`).toString(36)
}

/**
 * What follows every migration: access.sql grants each role the verbs that policies allow, and then
 * each feature narrows them, where they lie, to the columns that it means.
 */
export async function access(): Promise<string> {
  const narrowed = await Array.fromAsync(new Glob('**/column-grants.sql').scan(sources))
  const files = ['db/access.sql', ...narrowed.toSorted()]
  const texts = files.map((file) => Bun.file(join(sources, file)).text())
  return (await Promise.all(texts)).join('\n')
}

function latestMigration() {
  const latest = readMigrationFiles({ migrationsFolder }).at(-1)
  if (!latest) throw new Error(`There are no migrations in ${migrationsFolder}.`)
  return latest
}

/** The database is not as this code needs it, and was left as it is; the message says what to do. */
export class SchemaVersionError extends Error {}

/** Run by the owner of the tables. Does nothing, in one query, when the database is up to date. */
export async function migratePglite(pglite: PGlite): Promise<void> {
  await pglite.exec('reset role')
  const version = await schemaVersion()
  const ask: Ask = async (statement) => (await pglite.query<{ value: string }>(statement)).rows[0]
  if (await isUpToDate(ask, version)) return
  await migratePgliteFiles(drizzlePglite(pglite), { migrationsFolder })
  const { PgBoss, fromPglite } = await import('pg-boss')
  await installQueue(new PgBoss({ db: fromPglite(pglite), backend: 'pglite' }))
  await pglite.exec(await finish(version))
}

/**
 * On a connection of its own, which owns the tables. An advisory lock lets ten servers that start at
 * once migrate once. A login that owns nothing may look whether all is done. Throws
 * SchemaVersionError when it is not.
 */
export async function migratePostgres(connectionString: string): Promise<void> {
  const client = new pg.Client({
    connectionString,
    connectionTimeoutMillis: databaseDeadlines.connection,
  })
  // The statement that waits for the answer fails; without a listener so would the process.
  client.on('error', () => {})
  await client.connect()
  try {
    const version = await schemaVersion()
    const ask: Ask = async (text) => {
      // The migrations themselves take their time.
      const statement = { text, query_timeout: databaseDeadlines.statement }
      return (await client.query<{ value: string }>(statement)).rows[0]
    }
    if (await isUpToDate(ask, version)) return
    await refuseWhoMayNotMigrate(client)
    await client.query("select pg_advisory_lock(hashtext('loam.migrations'))")
    if (await isUpToDate(ask, version)) return
    // A change of a table waits for those who use it, and everybody who comes later waits behind it.
    // Not sooner: who waits for another one's migration, above, is in nobody's way.
    await client.query(`set lock_timeout = ${lockTimeoutMs}`)
    await migrateAll(client, connectionString, version).catch((error: unknown) => {
      throw isLockTimeout(error) ? new SchemaVersionError(tableIsBusy, { cause: error }) : error
    })
  } finally {
    await client.end()
  }
}

async function migrateAll(client: pg.Client, connectionString: string, version: string) {
  await migratePg(drizzlePg(client), { migrationsFolder })
  const { PgBoss } = await import('pg-boss')
  const address = new URL(connectionString)
  address.searchParams.set('lock_timeout', String(lockTimeoutMs))
  await installQueue(new PgBoss({ connectionString: address.href, max: 1 }))
  await client.query(await finish(version))
}

/** The one value of a query. */
type Ask = (statement: string) => Promise<{ value: string } | undefined>

/**
 * Throws SchemaVersionError when a newer version has migrated: an old server that starts again in the
 * course of a deployment must not put its own grants under the new ones. Of two versions with the same
 * last migration nobody can say which is newer, so the one that starts later applies its grants:
 * a deployment that changed only that, or took a change of it back, must have its effect.
 */
async function isUpToDate(ask: Ask, version: string): Promise<boolean> {
  const orNothing = (statement: string) =>
    ask(statement).catch((error: unknown) => {
      const said = withAvailability(error)
      // The table is not there yet; no answer at all is not that.
      if (said instanceof Unavailable) throw said
      return undefined
    })
  const found = await orNothing('select version as value from drizzle.schema_version')
  if (found?.value === version) return true
  const latest = await orNothing(
    'select max(created_at)::text as value from drizzle.__drizzle_migrations',
  )
  if (Number(latest?.value ?? 0) <= latestMigration().folderMillis) return false
  throw new SchemaVersionError(
    'A newer version of this server has migrated the database, so this one leaves it alone and does not start: start that version or a newer one (to take a change back, deploy the older code with the newer src/db/migrations), or restore the backup from before.',
  )
}

const lockTimeoutMs = 3_000
const tableIsBusy = `The database could not be migrated: somebody has used a table for longer than ${lockTimeoutMs / 1000} s, and the migration gave up, because all others would have waited behind it. Start again; when it does not help, look in pg_stat_activity for a transaction that stays open, and end it.`

function isLockTimeout(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error
  return cause instanceof Error && 'code' in cause && cause.code === '55P03'
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
  return `${await access()}
    create table if not exists drizzle.schema_version (version text not null);
    grant usage on schema drizzle to app_user, app_system;
    grant select on drizzle.schema_version, drizzle.__drizzle_migrations to app_user, app_system;
    truncate drizzle.schema_version;
    insert into drizzle.schema_version values ('${version}');`
}
