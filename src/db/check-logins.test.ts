/** Who the server refuses to run as. Needs a server on which roles can be made (scripts/servers.ts). */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import pg from 'pg'
import { env } from '#/env.server.ts'
import { checkLogins, UnsafeLoginError } from './check-logins.ts'
import { connectPostgres } from './connection.ts'

const administrator = process.env.TEST_DATABASE_SUPERUSER_URL
const suffix = crypto.randomUUID().slice(0, 8)
const madeRoles: string[] = []
let admin: pg.Client

/** The address of this run's database for a new login with these rights. */
async function login(kind: string, rights: string, ...memberOf: string[]): Promise<string> {
  const name = `loam_${kind}_${suffix}`
  await admin.query(`create role ${name} login ${rights}`)
  madeRoles.push(name)
  for (const role of memberOf) await admin.query(`grant ${role} to ${name}`)
  return addressOf(name)
}

function addressOf(user: string): string {
  const url = new URL(administrator ?? '')
  url.username = user
  url.pathname = new URL(env.DATABASE_URL).pathname
  return url.href
}

async function check(url: string, systemUrl?: string): Promise<string> {
  const connection = connectPostgres({ url, systemUrl, poolSize: 1, systemPoolSize: 1 })
  try {
    await checkLogins(connection)
    return 'accepted'
  } catch (error) {
    if (!(error instanceof UnsafeLoginError)) throw error
    return error.message
  } finally {
    await connection.close()
  }
}

describe.skipIf(!administrator)('on a server', () => {
  beforeAll(async () => {
    const url = new URL(administrator ?? '')
    url.pathname = new URL(env.DATABASE_URL).pathname
    admin = new pg.Client({ connectionString: url.href })
    await admin.connect()
  })
  afterAll(async () => {
    for (const name of madeRoles) {
      await admin.query(`drop owned by ${name}; drop role ${name}`)
    }
    await admin.end()
  })

  test('two separate logins are accepted', async () => {
    const people = await login('people', '', 'app_user')
    const system = await login('system', '', 'app_system')
    expect(await check(people, system)).toBe('accepted')
  })

  test('one login that owns nothing and may become both roles is accepted', async () => {
    expect(await check(await login('both', '', 'app_user', 'app_system'))).toBe('accepted')
  })

  test.each([
    ['superuser', 'superuser', 'is a superuser'],
    ['bypass', 'bypassrls', 'has BYPASSRLS'],
    ['creator', 'createrole', 'may create roles'],
    ['replica', 'replication', 'may replicate'],
  ])('a login with %s is refused, for people and for the system', async (kind, rights, reason) => {
    const url = await login(kind, rights, 'app_user', 'app_system')
    const safe = await login(`${kind}_other`, '', 'app_user', 'app_system')
    for (const [people, system] of [
      [url, undefined],
      [url, safe],
      [safe, url],
    ] as const) {
      const message = await check(people, system)
      expect(message).toContain(`The database login loam_${kind}_${suffix} ${reason}`)
      expect(message).toContain('set DATABASE_URL to a login that owns nothing')
    }
  })

  test('a login that may become somebody who bypasses the policies is refused', async () => {
    const group = `loam_group_${suffix}`
    await admin.query(`create role ${group} bypassrls`)
    const url = await login('heir', '', 'app_user', 'app_system', group)
    // After the login, so that it is dropped first.
    madeRoles.push(group)
    expect(await check(url)).toContain('has BYPASSRLS')
  })

  test.each([
    'pg_read_all_data',
    'pg_write_all_data',
    'pg_read_server_files',
    'pg_write_server_files',
    'pg_execute_server_program',
  ])('a member of %s is refused', async (role) => {
    expect(await check(await login(role.slice(3), '', 'app_user', 'app_system', role))).toContain(
      `is a member of ${role}`,
    )
  })

  test('the owner of the schema, who may drop what is in it, is refused', async () => {
    const url = await login('schema', '', 'app_user', 'app_system')
    const { rows } = await admin.query<{ owner: string }>(
      "select nspowner::regrole::text as owner from pg_namespace where nspname = 'public'",
    )
    await admin.query(`alter schema public owner to loam_schema_${suffix}`)
    try {
      expect(await check(url)).toContain('owns the database or its schema')
    } finally {
      await admin.query(`alter schema public owner to ${rows[0]?.owner}`)
    }
    expect(await check(url)).toBe('accepted')
  })

  test('a login that could change a function, or add one that is taken for ours, is refused', async () => {
    const url = await login('functions', '', 'app_user', 'app_system')
    await admin.query(`create function owned_${suffix}() returns int language sql return 1;
      alter function owned_${suffix}() owner to loam_functions_${suffix}`)
    try {
      expect(await check(url)).toContain('owns functions')
    } finally {
      await admin.query(`drop function owned_${suffix}()`)
    }
    await admin.query('grant create on schema public to public')
    try {
      expect(await check(url)).toContain('REVOKE CREATE ON SCHEMA public FROM PUBLIC')
    } finally {
      await admin.query('revoke create on schema public from public')
    }
    expect(await check(url)).toBe('accepted')
  })

  test('an address whose options take the place of ours, role and limits of time, is refused', async () => {
    const url = new URL(await login('options', '', 'app_user', 'app_system'))
    url.searchParams.set('options', '-c statement_timeout=0')
    expect(await check(url.href)).toContain(
      `loam_options_${suffix} works as loam_options_${suffix} instead of app_user`,
    )
  })

  test('a login that could write the audit trail by hand is refused', async () => {
    const url = await login('auditor', '', 'app_user', 'app_system', 'app_audit')
    expect(await check(url)).toContain('may become app_audit')
  })

  test('the owner of a table, of any, is refused', async () => {
    const url = await login('owner', '', 'app_user', 'app_system')
    const table = `owned_${suffix}`
    await admin.query(
      `create table ${table} (); alter table ${table} owner to loam_owner_${suffix}`,
    )
    try {
      expect(await check(url)).toContain('owns the tables, or may become who does')
    } finally {
      await admin.query(`drop table ${table}`)
    }
    expect(await check(url)).toBe('accepted')
  })

  test('the login that migrates is refused', async () => {
    const owner = new URL(env.DATABASE_MIGRATION_URL ?? env.DATABASE_URL)
    expect(await check(addressOf(owner.username))).toContain('owns the tables')
  })

  test('a login for people that may become the system, which has its own, is refused', async () => {
    const people = await login('crossing', '', 'app_user', 'app_system')
    const system = await login('crossed', '', 'app_system')
    expect(await check(people, system)).toContain(
      `Run as its administrator: REVOKE app_system FROM loam_crossing_${suffix}`,
    )
  })

  /** What a process says and how it ends when it is started in production with these logins. */
  async function start(command: string[], variables: Record<string, string>) {
    const child = Bun.spawn([process.execPath, ...command], {
      cwd: join(import.meta.dirname, '../..'),
      env: { ...process.env, ...variables, NODE_ENV: 'production' },
      stdout: 'pipe',
      stderr: 'pipe',
    })
    const said = await Promise.all([
      new Response(child.stdout).text(),
      new Response(child.stderr).text(),
    ])
    return { said: said.join(''), code: await child.exited }
  }

  const open = `
    const { database, closeDatabase } = await import('#/db/database.server.ts')
    await database().then(() => console.log('opened'), (error) => console.log(error.message))
    await closeDatabase()`

  test('in production the database is not opened with a login that is refused', async () => {
    const postgres = addressOf('postgres')
    const unsafe = await start(['-e', open], { DATABASE_URL: postgres, DATABASE_SYSTEM_URL: '' })
    expect(unsafe.said).toContain('The database login postgres is a superuser')
    const safe = await start(['-e', open], {})
    expect(safe.said).toContain('opened')
  }, 20_000)
})
