import pg from 'pg'
import { connectPostgres, type Connection } from '#/db/connection.ts'
import { migratePostgres, schemaVersion } from '#/db/migrate.ts'

/**
 * A new, migrated database on the server of TEST_DATABASE_URL, for this process alone: two of them
 * would take one another's jobs. It is a copy of a migrated template, and what earlier processes left
 * is dropped. The login needs CREATEDB.
 */
export async function openServerDatabase(ownerUrl: string): Promise<Connection> {
  const admin = new pg.Client({ connectionString: ownerUrl })
  await admin.connect()
  try {
    // Until somebody is connected to the new one, the next process would take it for left behind.
    await admin.query("select pg_advisory_lock(hashtext('loam.test-databases'))")
    await dropLeftBehind(admin)
    const template = `loam_template_${await schemaVersion()}`
    const isThere = await admin.query('select from pg_database where datname = $1', [template])
    if (isThere.rowCount === 0) await createTemplate(admin, ownerUrl, template)
    const name = `loam_test_${crypto.randomUUID().replaceAll('-', '')}`
    await admin.query(`create database ${name} template ${template}`)
    const url = withDatabase(process.env.TEST_DATABASE_USER_URL ?? ownerUrl, name)
    const systemUrl = withDatabase(process.env.TEST_DATABASE_SYSTEM_URL ?? ownerUrl, name)
    const connection = connectPostgres({ url, systemUrl, poolSize: 10, systemPoolSize: 5 })
    Object.assign(process.env, {
      DATABASE_URL: url,
      DATABASE_SYSTEM_URL: systemUrl,
      DATABASE_MIGRATION_URL: withDatabase(ownerUrl, name),
    })
    await connection.system.execute('select 1')
    return connection
  } finally {
    await admin.end()
  }
}

/** Under another name until it is whole, so that a process that dies leaves no half template. */
async function createTemplate(admin: pg.Client, ownerUrl: string, template: string) {
  const unfinished = `${template}_unfinished`
  await admin.query(`drop database if exists ${unfinished}`)
  await admin.query(`create database ${unfinished}`)
  await migratePostgres(withDatabase(ownerUrl, unfinished))
  await admin.query(`alter database ${unfinished} rename to ${template}`)
}

async function dropLeftBehind(admin: pg.Client) {
  const { rows } = await admin.query<{ datname: string }>(`
    select datname from pg_database d
    where datname ~ '^loam_test_' and pg_has_role(datdba, 'member')
      and not exists (select from pg_stat_activity a where a.datid = d.oid)`)
  for (const { datname } of rows) await admin.query(`drop database if exists ${datname}`)
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
