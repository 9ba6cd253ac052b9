/**
 * No row points into another tenant, or at another person's things, whoever writes it: the keys hold
 * even where the policies let everything pass. For every key of several columns, and every row of the
 * world, the system points the row at a thing of somebody else. The second column of a key is the
 * pointer, and the others say whose it is.
 */
import { beforeAll, expect, test } from 'bun:test'
import { getTableName, sql } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/pg-core'
import { asSystem } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { attempt, type Outcome } from './attempt.ts'
import { rowsFor } from './expected-tables.ts'
import type { Row } from './feature-isolation.ts'
import { read, restoreWorld } from './restore-world.ts'
import { tables } from './schema-tables.ts'
import { columnsOf, identifier, isThis, valueOf } from './table-parts.ts'
import { mint } from './world.ts'

beforeAll(restoreWorld)

type Table = (typeof tables)[number]
const valuesOf = ({ name }: Table) => Object.values<Row>(rowsFor(name).rows)

const keys = tables.flatMap((entry) =>
  getTableConfig(entry.table).foreignKeys.flatMap((key) => {
    const { columns, foreignColumns, foreignTable, name } = key.reference()
    const [, pointer] = columns
    const [, foreignPointer] = foreignColumns
    const target = tables.find(({ sqlName }) => sqlName === getTableName(foreignTable))
    if (!pointer || !foreignPointer || !target) return []
    const owners = columns.flatMap((column, at) => {
      const foreign = foreignColumns[at]
      return column === pointer || !foreign ? [] : { column, foreign }
    })
    return { name: name ?? entry.name, entry, target, owners, pointer, foreignPointer }
  }),
)
type Key = (typeof keys)[number]

/** A row as it is, but pointing at something that belongs to another. */
async function point(tx: Tx, { entry, pointer }: Key, row: Row, at: unknown): Promise<Outcome> {
  const { table } = entry
  const changed = await attempt(
    tx,
    sql`update ${table} set ${identifier(pointer)} = ${at} where ${isThis(table, row)}`,
  )
  if (!('refused' in changed) || changed.refused !== 'grant') return changed
  // What is only ever added to.
  const copy: Row = { ...row, id: mint(), [pointer.name]: at }
  const given = columnsOf(table).filter((column) => valueOf(copy, column) !== undefined)
  const values = given.map((column) => sql.param(valueOf(copy, column), column))
  return attempt(
    tx,
    sql`insert into ${table} (${sql.join(given.map(identifier), sql`, `)})
      values (${sql.join(values, sql`, `)})`,
  )
}

test('these are all keys of several columns that the catalogue has', async () => {
  const [found] = await asSystem('test: read the catalogue', (tx) =>
    read(
      tx,
      sql`select count(*)::int as number from pg_constraint
        where connamespace = 'public'::regnamespace and contype = 'f' and cardinality(conkey) > 1`,
    ),
  )
  expect(keys.length).toBe(Number(found?.number))
})

test.each(keys)('$name', async (key) => {
  const { entry, target, owners, foreignPointer } = key
  let tried = 0
  await asSystem('test: point a row at what is of somebody else', async (tx) => {
    for (const row of valuesOf(entry)) {
      for (const other of valuesOf(target)) {
        const isOwn = owners.every(
          ({ column, foreign }) => valueOf(other, foreign) === valueOf(row, column),
        )
        if (isOwn) continue
        const outcome = await point(tx, key, row, valueOf(other, foreignPointer))
        expect(outcome).toEqual({ refused: 'foreign key' })
        tried += 1
      }
    }
  })
  expect(tried).toBeGreaterThan(0)
})
