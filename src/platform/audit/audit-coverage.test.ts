/**
 * Nothing that changes something is forgotten: each procedure that is not only read, and each table,
 * is recorded in the audit trail, or says in the isolation.ts of its feature why not.
 */
import { expect, test } from 'bun:test'
import { isProcedure } from '@orpc/server'
import { getTableName, sql } from 'drizzle-orm'
import { z } from 'zod'
import { asSystem } from '#/db/access.server.ts'
import { router } from '#/rpc/router.server.ts'
import { expectedTables } from '../../../tests/isolation/expected-tables.ts'
import { procedureIsolations } from '../../../tests/isolation/expected-procedures.ts'
import { isolations, withoutDoubles } from '../../../tests/isolation/isolations.ts'
import { actions } from './actions.ts'

const alsoRecorded = isolations.map((isolation) => isolation.alsoRecorded ?? {})
const procedures = withoutDoubles(procedureIsolations.map(({ recorded }) => recorded))

const route = z.object({ '~orpc': z.object({ route: z.object({ method: z.string() }) }) })

function* changing(node: object, path: string[] = []): Generator<string> {
  for (const [name, child] of Object.entries(node)) {
    if (typeof child !== 'object' || child === null) continue
    if (!isProcedure(child)) yield* changing(child, [...path, name])
    else if (route.parse(child)['~orpc'].route.method !== 'GET') yield [...path, name].join('.')
  }
}

test('every procedure that changes something is recorded, or says why not', () => {
  expect([...changing(router)].toSorted()).toEqual(Object.keys(procedures).toSorted())
})

test('every action that a procedure names exists', () => {
  const unknown = alsoRecorded
    .flatMap((part) => Object.keys(part))
    .filter((name) => !(name in procedures))
  expect(unknown).toEqual([])
  const told = [procedures, ...alsoRecorded].flatMap((part) => Object.values(part))
  const named = told.filter((one) => typeof one !== 'string')
  expect(named.flat().filter((action) => !actions.includes(action))).toEqual([])
})

test('every table is recorded by triggers, or says why not', async () => {
  const found = await asSystem(
    'test: read the catalogue',
    async (tx) =>
      z.object({ rows: z.array(z.object({ name: z.string(), verbs: z.array(z.string()) })) }).parse(
        await tx.execute(sql`
          select c.relname as name, coalesce(array_agg(distinct v.verb order by v.verb)
            filter (where v.verb is not null), '{}') as verbs
          from pg_class c
          left join pg_trigger t on t.tgrelid = c.oid and t.tgname like 'audit_%'
            and t.tgdeferrable and t.tginitdeferred and t.tgenabled = 'O'
          left join (values (4, 'INSERT'), (8, 'DELETE'), (16, 'UPDATE')) v (bit, verb)
            on t.tgtype & v.bit > 0
          where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
          group by c.relname`),
      ).rows,
  )
  const declared = Object.fromEntries(
    Object.values(expectedTables).map(({ table, recorded }) => [
      getTableName(table),
      typeof recorded === 'string' ? [] : recorded,
    ]),
  )
  expect(Object.fromEntries(found.map(({ name, verbs }) => [name, verbs]))).toEqual(declared)
})

test('the triggers name the actions that exist, and leave none out but what changes no row', async () => {
  const sources = await asSystem('test: read the catalogue', async (tx) =>
    z
      .object({ rows: z.array(z.object({ source: z.string() })) })
      .parse(
        await tx.execute(
          sql`select prosrc as source from pg_proc where prosrc like '%record_audit%' or proname = 'record_audit'`,
        ),
      )
      .rows.map(({ source }) => source)
      .join(''),
  )
  const named = new Set(sources.match(/(?<=')[a-z]+\.[a-z_]+(?=')/g))
  for (const action of await actionsOfAuditRow()) named.add(action)
  const settings = [
    'request.address',
    'request.impersonator_id',
    'request.reason',
    'request.user_agent',
  ]
  const byCode = isolations.flatMap(({ recordedByCode = [] }) => recordedByCode)
  const others = [...byCode, 'audit.chains', ...settings]
  expect([...named.union(new Set(others))].toSorted()).toEqual(
    [...new Set([...actions, ...others])].toSorted(),
  )
})

/** `audit_row` makes the names from the table and the verbs of the trigger that calls it. */
async function actionsOfAuditRow(): Promise<string[]> {
  const found = await asSystem('test: read the catalogue', (tx) =>
    tx.execute(sql`
      select c.relname || v.became as action from pg_trigger t
      join pg_class c on c.oid = t.tgrelid
      join (values (4, '.created'), (8, '.deleted'), (16, '.changed')) v (bit, became)
        on t.tgtype & v.bit > 0
      where t.tgfoid = 'audit_row'::regproc`),
  )
  const { rows } = z.object({ rows: z.array(z.object({ action: z.string() })) }).parse(found)
  return rows.map(({ action }) => action)
}
