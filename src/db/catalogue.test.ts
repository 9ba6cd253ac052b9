/** Reads Postgres' own catalogue: what the design promises must be true of every table. */
import { expect, test } from 'bun:test'
import { join } from 'node:path'
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { merged } from '../../tests/isolation/isolations.ts'
import { asSystem, asUser, visitor } from './access.server.ts'

const answer = z.object({ rows: z.array(z.record(z.string(), z.unknown())) })
const read = (query: SQL) =>
  asSystem('test: read the catalogue', async (tx) => answer.parse(await tx.execute(query)).rows)

test('row-level security is enabled and forced on every table', async () => {
  const tables = await read(sql`
    select relname, relrowsecurity and relforcerowsecurity as held from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`)
  expect(tables.length).toBeGreaterThan(15)
  expect(tables.filter(({ held }) => held !== true)).toEqual([])
})

test('every policy that lets rows be written says what they may become', async () => {
  const open = await read(sql`
    select polrelid::regclass::text as "table", polname from pg_policy
    where polcmd in ('a', 'w', '*') and polwithcheck is null`)
  expect(open).toEqual([])
})

test('every policy is for the roles of the app alone', async () => {
  const others = await read(sql`
    select polrelid::regclass::text as "table", polname from pg_policy
    where not (polroles <@ array['app_user'::regrole::oid, 'app_system'::regrole::oid, 'app_audit'::regrole::oid])`)
  expect(others).toEqual([])
})

test('the policies are those that stand with the tables', async () => {
  const found = await read(sql`
    select polrelid::regclass::text as "table", polname as policy from pg_policy
    where polrelid::regclass::text not like 'pgboss.%'`)
  const snapshots = new Bun.Glob('*_snapshot.json').scan(join(import.meta.dir, 'migrations/meta'))
  const last = (await Array.fromAsync(snapshots)).toSorted().at(-1) ?? ''
  const { tables } = z
    .object({
      tables: z.record(
        z.string(),
        z.object({ name: z.string(), policies: z.record(z.string(), z.unknown()) }),
      ),
    })
    .parse(await Bun.file(join(import.meta.dir, 'migrations/meta', last)).json())
  const known = Object.values(tables).flatMap(({ name, policies }) =>
    Object.keys(policies).map((policy) => `${name} ${policy}`),
  )
  const named = found.map(
    ({ table, policy }) => `${String(table).replaceAll('"', '')} ${String(policy)}`,
  )
  expect(named.toSorted()).toEqual(known.toSorted())
})

test('the roles own nothing and bypass nothing', async () => {
  const roles = await read(sql`
    select rolname from pg_roles where rolname in ('app_user', 'app_system', 'app_audit')
    and (rolsuper or rolbypassrls or rolcanlogin or rolcreaterole or rolcreatedb)`)
  const owned = await read(sql`
    select relname from pg_class
    where relkind in ('r', 'p', 'v') and pg_get_userbyid(relowner) in ('app_user', 'app_system', 'app_audit')`)
  expect([...roles, ...owned]).toEqual([])
})

test('whoever works with rows cannot drop the functions that record it', async () => {
  const owned = await read(sql`
    select p.proname, r.rolname from pg_proc p
    join pg_roles r on r.rolname in ('app_user', 'app_system')
    where p.pronamespace = 'public'::regnamespace and pg_has_role(r.oid, p.proowner, 'MEMBER')`)
  expect(owned).toEqual([])
  const silence = asSystem('test: end the audit of organisations', (tx) =>
    tx.execute(sql`drop function audit_organization() cascade`),
  )
  await expect(silence).rejects.toMatchObject({ cause: { code: '42501' } })
})

test('a role has a verb on a table only where a policy names it', async () => {
  const unneeded = await read(sql`
    select r.rolname, c.relname, v.verb from pg_class c
    join pg_roles r on r.rolname in ('app_user', 'app_system', 'app_audit')
    cross join (values ('SELECT', 'r'), ('INSERT', 'a'), ('UPDATE', 'w'), ('DELETE', 'd')) v(verb, cmd)
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and has_table_privilege(r.oid, c.oid, v.verb)
      and not exists (
        select from pg_policy p where p.polrelid = c.oid
        and p.polcmd in (v.cmd::"char", '*')
        and exists (select from unnest(p.polroles) held where pg_has_role(r.oid, held, 'USAGE')))`)
  expect(unneeded).toEqual([])
})

test('a role may neither empty a table, nor point at one, nor have it call functions', async () => {
  const unneeded = await read(sql`
    select r.rolname, c.relname, v.verb from pg_class c
    join pg_roles r on r.rolname in ('app_user', 'app_system', 'app_audit')
    cross join unnest(array['TRUNCATE', 'REFERENCES', 'TRIGGER']) v(verb)
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and (has_table_privilege(r.oid, c.oid, v.verb)
        or v.verb = 'REFERENCES' and has_any_column_privilege(r.oid, c.oid, v.verb))`)
  expect(unneeded).toEqual([])
})

test('nothing is granted to everybody', async () => {
  const open = await read(sql`
    select relname, privilege_type from pg_class c, aclexplode(c.relacl)
    where c.relnamespace = 'public'::regnamespace and grantee = 0
    union all
    select relname || '.' || attname, privilege_type
    from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl)
    where c.relnamespace = 'public'::regnamespace and grantee = 0`)
  expect(open).toEqual([])
})

test('a role may create nothing, and whoever works as one becomes no other', async () => {
  const creators = await read(sql`
    select rolname from pg_roles where rolname in ('app_user', 'app_system', 'app_audit')
    and has_schema_privilege(oid, 'public', 'CREATE')`)
  const heirs = await read(sql`
    select a.rolname, b.rolname as becomes from pg_roles a, pg_roles b
    where a.rolname in ('app_user', 'app_system', 'app_audit') and a.oid <> b.oid
      and pg_has_role(a.oid, b.oid, 'MEMBER') and (a.rolname, b.rolname) <> ('app_audit', 'app_system')`)
  expect([...creators, ...heirs]).toEqual([])
})

test('functions that run with the rights of their owner look into temporary tables last', async () => {
  const loose = await read(sql`
    select proname from pg_proc
    where prosecdef and pronamespace = 'public'::regnamespace
      and not coalesce(proconfig, '{}') @> '{"search_path=pg_catalog, public, pg_temp"}'`)
  expect(loose).toEqual([])
})

test('they belong to the role that nobody works as, and those that need its rights have them', async () => {
  const wrong = await read(sql`
    select proname, pg_get_userbyid(proowner) as owner from pg_proc
    where pronamespace = 'public'::regnamespace
      and (prosecdef and pg_get_userbyid(proowner) <> 'app_audit'
        or not prosecdef and prorettype = 'trigger'::regtype and proname <> 'audit_is_only_added_to')`)
  expect(wrong).toEqual([])
})

test('nobody else may call them, or attach them to a table of their own', async () => {
  const open = await read(sql`
    select p.proname || ' ' || r.rolname as may from pg_proc p
    join pg_roles r on r.rolname in ('app_user', 'app_system', 'app_audit')
    where p.prosecdef and p.pronamespace = 'public'::regnamespace and p.proowner <> r.oid
      and has_function_privilege(r.oid, p.oid, 'EXECUTE')
    order by 1`)
  const expected = Object.entries(merged(({ definerFunctions }) => definerFunctions)).flatMap(
    ([name, roles]) => roles.map((role) => `${name} ${role}`),
  )
  expect(open.map(({ may }) => may)).toEqual(expected.toSorted())
  const everybody = await read(sql`
    select proname from pg_proc
    where prosecdef and pronamespace = 'public'::regnamespace
      and has_function_privilege('public', oid, 'EXECUTE')`)
  expect(everybody).toEqual([])
})

test('views, if there are any, obey the policies of whoever reads them', async () => {
  const views = await read(sql`
    select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
      and not coalesce(array_to_string(reloptions, ','), '') ~ 'security_invoker=(true|on)'`)
  expect(views).toEqual([])
})

test('a visitor may not read the tables of the auth engine', async () => {
  for (const table of ['session', 'account', 'verification', 'stripe_event']) {
    const reading = asUser(visitor, (tx) => tx.execute(sql`select * from ${sql.identifier(table)}`))
    expect(await reading.catch((error: Error) => String(error.cause))).toContain(
      'permission denied',
    )
  }
})

test('no role of the app makes large objects, which no policy guards', async () => {
  const open = await read(sql`
    select p.oid::regprocedure::text as function, r.rolname from pg_proc p
    join pg_roles r on r.rolname in ('app_user', 'app_system', 'app_audit')
    where p.pronamespace = 'pg_catalog'::regnamespace and p.proname ~ '^(lo_.*|loread|lowrite)$'
      and has_function_privilege(r.oid, p.oid, 'EXECUTE')`)
  expect(open).toEqual([])
})
