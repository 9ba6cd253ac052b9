/**
 * Which tenant a row belongs to comes first: in every index, so that a policy costs no scan of other
 * tenants' rows, and in every reference, so that a row cannot point into another tenant. Read from
 * Postgres' own catalogue; exceptions stand with their reason in the isolation.ts of the feature.
 */
import { expect, test } from 'bun:test'
import { getTableName, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { expectedTables } from '../../tests/isolation/expected-tables.ts'
import { asSystem } from './access.server.ts'

/** The columns that say whose a row is; a row of several has the tenant's or the person's. */
const ownerColumns = new Set<string | null>(['organization_id', 'user_id', 'owner_id'])

const structures = Object.values(expectedTables).map(({ table, structure = {} }) => ({
  sqlName: getTableName(table),
  ...structure,
}))
const otherIndexes = structures.flatMap((one) => Object.keys(one.otherIndexes ?? {}))
const otherReferences = structures.flatMap((one) => Object.keys(one.otherReferences ?? {}))
/** What keeps a row inside its tenant also when the system writes it. */
const compositeKeys = Object.fromEntries(
  structures.flatMap((one) => Object.entries(one.compositeKeys ?? {})),
)

const answer = z.object({ rows: z.array(z.record(z.string(), z.unknown())) })
const read = <T extends z.ZodType>(row: T, query: SQL) =>
  asSystem('test: read the catalogue', async (tx) =>
    z.array(row).parse(answer.parse(await tx.execute(query)).rows),
  )

const owned = sql`exists (
  select from pg_attribute a where a.attrelid = c.oid and a.attname in ('organization_id', 'user_id', 'owner_id')
)`

test('every index of a tenant’s or a person’s table begins with whose the row is', async () => {
  const found = await read(
    z.object({ table: z.string(), name: z.string(), first: z.string().nullable() }),
    sql`select c.relname as "table", i.relname as name, a.attname as first
      from pg_index x
      join pg_class c on c.oid = x.indrelid
      join pg_class i on i.oid = x.indexrelid
      left join pg_attribute a on a.attrelid = c.oid and a.attnum = x.indkey[0]
      where c.relnamespace = 'public'::regnamespace and not x.indisprimary and ${owned}`,
  )
  expect(found.length).toBeGreaterThan(8)
  const others = found.filter(({ first }) => !ownerColumns.has(first))
  expect(others.map(({ name }) => name).toSorted()).toEqual(otherIndexes.toSorted())
})

test('every reference between owned tables carries whose the rows are', async () => {
  const found = await read(
    z.object({ name: z.string(), first: z.string(), targetFirst: z.string() }),
    sql`select k.conname as name,
        (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = k.conkey[1]) as first,
        (select a.attname from pg_attribute a where a.attrelid = k.confrelid and a.attnum = k.confkey[1]) as "targetFirst"
      from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and ${owned}
        and t.relname not in ('user', 'organization')`,
  )
  const known = Object.keys(compositeKeys).filter((name) =>
    compositeKeys[name]?.startsWith('FOREIGN'),
  )
  expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(known))
  const others = found.filter(
    ({ first, targetFirst }) => !ownerColumns.has(first) || first !== targetFirst,
  )
  expect(others.map(({ name }) => name).toSorted()).toEqual(otherReferences.toSorted())
})

test('the keys of several columns are these', async () => {
  const found = await read(
    z.object({ name: z.string(), definition: z.string() }),
    sql`select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
      where connamespace = 'public'::regnamespace and contype in ('f', 'u', 'p')
        and cardinality(conkey) > 1`,
  )
  expect(Object.fromEntries(found.map(({ name, definition }) => [name, definition]))).toEqual(
    compositeKeys,
  )
})

test('a table that is neither a tenant’s nor a person’s is known as such', async () => {
  const tables = await read(
    z.object({ name: z.string() }),
    sql`select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not ${owned}`,
  )
  const known = structures.flatMap((one) => (one.hasNoOwner ? one.sqlName : []))
  expect(tables.map(({ name }) => name).toSorted()).toEqual(known.toSorted())
})
