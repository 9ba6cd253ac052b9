/** What starts beside others, older and newer ones. The most needs a real server (scripts/servers.ts). */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import pg from 'pg'
import { databaseTemplate } from '../../scripts/database-template.ts'
import { migratePglite, migratePostgres, schemaVersion, SchemaVersionError } from './migrate.ts'
import { openPglite } from './pglite.ts'

const owner = process.env.TEST_DATABASE_URL
const people = process.env.TEST_DATABASE_USER_URL
const system = process.env.TEST_DATABASE_SYSTEM_URL
const made: string[] = []
let admin: pg.Client

const addressOf = (login: string | undefined, database: string) => {
  const url = new URL(login ?? '')
  url.pathname = `/${database}`
  return url.href
}

async function emptyDatabase(): Promise<string> {
  const name = `loam_empty_${crypto.randomUUID().replaceAll('-', '')}`
  await admin.query(`create database ${name}`)
  made.push(name)
  return name
}

async function query<Row extends object>(
  database: string,
  statement: string,
  login = owner,
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: addressOf(login, database) })
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}

const hashes = readMigrationFiles({ migrationsFolder: 'src/db/migrations' }).map(({ hash }) => hash)

/** As if this code had started before, with another access.sql that granted one thing more. */
const otherGrants = `
  update drizzle.schema_version set version = 'another';
  grant delete on audit_event to app_user`
/** As if code with one migration more had done so. */
const newer = `${otherGrants};
  insert into drizzle.__drizzle_migrations (hash, created_at)
    select 'newer', max(created_at) + 1 from drizzle.__drizzle_migrations`
const hasOtherGrants = "select has_table_privilege('app_user', 'audit_event', 'delete') as granted"

describe('on the embedded database', () => {
  test('what a newer version has migrated is left as it is', async () => {
    const { client, close } = await openPglite('memory://', await databaseTemplate())
    await client.exec(newer)
    const refused = migratePglite(client)
    await expect(refused).rejects.toThrow(SchemaVersionError)
    await expect(refused).rejects.toThrow('A newer version of this server')
    expect((await client.query(hasOtherGrants)).rows).toEqual([{ granted: true }])
    await close()
  })

  test('grants that have changed alone are applied', async () => {
    const { client, close } = await openPglite('memory://', await databaseTemplate())
    await client.exec(otherGrants)
    await migratePglite(client)
    expect((await client.query(hasOtherGrants)).rows).toEqual([{ granted: false }])
    await close()
  })
})

async function isMigratedOnce(database: string) {
  const found = await query<{ hash: string }>(
    database,
    'select hash from drizzle.__drizzle_migrations order by id',
  )
  expect(found.map(({ hash }) => hash)).toEqual(hashes)
  const versions = await query(database, 'select version from drizzle.schema_version')
  expect(versions).toEqual([{ version: await schemaVersion() }])
  expect(await query(database, 'select count(*)::int from pgboss.version')).toEqual([{ count: 1 }])
}

describe.skipIf(!owner || !people)('on a server', () => {
  beforeAll(async () => {
    admin = new pg.Client({ connectionString: owner })
    await admin.connect()
  })
  afterAll(async () => {
    for (const name of made) {
      // Not "with (force)", which would end a vacuum too, and may not: that is the superuser's.
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = $1 and usename = current_user`,
        [name],
      )
      await admin.query(`drop database ${name}`)
    }
    await admin.end()
  })

  test('ten servers that start at once migrate once', async () => {
    const database = await emptyDatabase()
    const url = addressOf(owner, database)
    await Promise.all(Array.from({ length: 10 }, () => migratePostgres(url)))
    await isMigratedOnce(database)
    // What comes later finds everything done, also as a login that may change nothing.
    await migratePostgres(url)
    await migratePostgres(addressOf(people, database))
    await isMigratedOnce(database)
  }, 30_000)

  test('when the one that migrates is killed, another one does it', async () => {
    const database = await emptyDatabase()
    const url = addressOf(owner, database)
    const servers = Array.from({ length: 4 }, () =>
      migratePostgres(url).then(
        () => 'migrated',
        () => 'killed',
      ),
    )
    const holder = await untilSomebodyMigrates(database)
    await admin.query('select pg_terminate_backend($1)', [holder])
    expect((await Promise.all(servers)).toSorted()).toEqual([
      'killed',
      'migrated',
      'migrated',
      'migrated',
    ])
    await isMigratedOnce(database)
  }, 30_000)

  test('of several open invitations to one address the newest stays, and the trail says so', async () => {
    const database = await emptyDatabase()
    await migratePostgres(addressOf(owner, database))
    await query(database, 'drop index invitation_open')
    await query(
      database,
      `insert into "user" (id, name, email) values ('ada', 'Ada', 'ada@people.example');
       insert into organization (id, name, slug) values ('o', 'Acme', 'acme');
       insert into invitation (id, organization_id, email, inviter_id, expires_at, created_at) values
         ('old', 'o', 'ben@people.example', 'ada', now() + '1 day', now() - '2 hours'::interval),
         ('new', 'o', 'Ben@people.example', 'ada', now() + '1 day', now() - '1 hour'::interval),
         ('other', 'o', 'eve@people.example', 'ada', now() + '1 day', now() - '1 hour'::interval)`,
      system,
    )
    const file = Bun.file('src/db/migrations/0016_one_open_invitation.sql')
    await query(database, `begin; ${await file.text()} commit`)
    const left = "select id from invitation where status = 'pending' order by id"
    expect(await query(database, left, system)).toEqual([{ id: 'new' }, { id: 'other' }])
    const told =
      "select subject_id as id, reason from audit_event where action = 'invitation.cancelled'"
    expect(await query(database, told, system)).toEqual([
      { id: 'old', reason: 'migration: one open invitation for an address' },
    ])
  })

  test('a review that was handed in before stays with its application', async () => {
    const database = await emptyDatabase()
    const files = [...new Bun.Glob('*.sql').scanSync('src/db/migrations')].toSorted()
    const at = files.indexOf('0023_handed_in_reviews.sql')
    const run = async (names: string[]) => {
      const texts = names.map((name) => Bun.file(`src/db/migrations/${name}`).text())
      await query(database, `begin; ${(await Promise.all(texts)).join('\n')}; commit`)
      await query(database, await Bun.file('src/db/access.sql').text())
    }
    await run(files.slice(0, at))
    const [review, sent, other] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
    const [file, jobs] = [crypto.randomUUID(), [crypto.randomUUID(), crypto.randomUUID()]]
    const jobRow = (id: string) =>
      `('${id}', 'o', '${id}', 'published', 'Nurse', '', '', 'Köln', 'DE', 'onsite', 'full_time')`
    await query(
      database,
      `insert into "user" (id, name, email) values ('ada', 'Ada', 'ada@people.example');
       insert into organization (id, name, slug) values ('o', 'Acme', 'acme');
       insert into job (id, organization_id, slug, status, title, summary, description, location, country, workplace, employment_type)
         values ${jobs.map(jobRow).join(', ')};
       insert into file (id, user_id, storage_key, name, content_type, size_bytes, status)
         values ('${file}', 'ada', 'key', 'cv.pdf', 'application/pdf', 1, 'ready');
       insert into cv_review (id, user_id, file_id, locale) values ('${review}', 'ada', '${file}', 'en');
       insert into application (id, organization_id, job_id, user_id, file_id, review_id, candidate_name, candidate_email) values
         ('${sent}', 'o', '${jobs[0]}', 'ada', '${file}', '${review}', 'Ada', 'ada@people.example'),
         ('${other}', 'o', '${jobs[1]}', 'ada', '${file}', null, 'Ada', 'ada@people.example')`,
      system,
    )
    await run(files.slice(at, at + 1))
    expect(await query(database, 'select * from handed_in_review', system)).toEqual([
      { organization_id: 'o', application_id: sent, user_id: 'ada', review_id: review },
    ])
    const forced =
      "select relforcerowsecurity as forced from pg_class where relname = 'application'"
    expect(await query(database, forced)).toEqual([{ forced: true }])
    const removed = query(database, 'delete from cv_review', system)
    await expect(removed).rejects.toMatchObject({ constraint: 'handed_in_review_of_candidate' })
    // The keys that keep a review and a file do not keep the account.
    await query(database, 'delete from "user"', system)
    expect(await query(database, 'select * from handed_in_review', system)).toEqual([])
  })

  test('a login that may not migrate says what to do', async () => {
    const database = await emptyDatabase()
    const refused = migratePostgres(addressOf(people, database))
    await expect(refused).rejects.toThrow(SchemaVersionError)
    await expect(refused).rejects.toThrow('Run `bun run migrate` with DATABASE_MIGRATION_URL')
  })

  test('an old server that starts again leaves the database to the new ones', async () => {
    const database = await emptyDatabase()
    await migratePostgres(addressOf(owner, database))
    await query(database, newer)
    for (const login of [owner, people]) {
      const refused = migratePostgres(addressOf(login, database))
      await expect(refused).rejects.toThrow(SchemaVersionError)
      await expect(refused).rejects.toThrow('A newer version of this server')
    }
    expect(await query(database, hasOtherGrants)).toEqual([{ granted: true }])
  }, 20_000)

  test('grants that have changed alone are applied', async () => {
    const database = await emptyDatabase()
    await migratePostgres(addressOf(owner, database))
    await query(database, otherGrants)
    await migratePostgres(addressOf(owner, database))
    expect(await query(database, hasOtherGrants)).toEqual([{ granted: false }])
    await isMigratedOnce(database)
  }, 20_000)

  test('nobody waits for long behind a migration that waits', async () => {
    const database = await emptyDatabase()
    const url = addressOf(owner, database)
    await migratePostgres(url)
    await query(database, otherGrants)
    // The app's tables, and those of the queue, which its library changes on a connection of its own.
    for (const table of ['audit_event', 'pgboss.version']) {
      const reader = new pg.Client({ connectionString: url })
      await reader.connect()
      await reader.query(`begin; lock table ${table} in access exclusive mode`)
      const refused = migratePostgres(url)
      await expect(refused).rejects.toThrow(SchemaVersionError)
      await expect(refused).rejects.toThrow('longer than 3 s')
      await reader.end()
    }
    await migratePostgres(url)
    await isMigratedOnce(database)
  }, 20_000)
})

/** The process on the server that holds the lock of the migrations. */
async function untilSomebodyMigrates(database: string): Promise<number> {
  const until = performance.now() + 10_000
  while (performance.now() < until) {
    const { rows } = await admin.query<{ pid: number }>(
      `select l.pid from pg_locks l join pg_database d on d.oid = l.database
       where l.locktype = 'advisory' and l.granted and d.datname = $1`,
      [database],
    )
    if (rows[0]) return rows[0].pid
  }
  throw new Error('nobody took the lock')
}
