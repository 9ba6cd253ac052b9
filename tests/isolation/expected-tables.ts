/**
 * Who may do what with which rows, of all features: their own tables, with the rows that others add
 * and the lines that others widen. tables.test.ts compares it with what Postgres really lets each
 * person do.
 */
import { getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Row, TableIsolation } from './feature-isolation.ts'
import { type Grid, parseGrid, withLines } from './grid.ts'
import { isolations, withoutDoubles } from './isolations.ts'
import { tables } from './schema-tables.ts'
import { type ActorName, actorNames } from './world.ts'

export type ExpectedTable = Omit<TableIsolation, 'grid'> & { grid: Grid<ActorName> }

const own = isolations.flatMap(({ tables = [] }) => tables)
const additions = isolations.flatMap(({ tableAdditions = [] }) => tableAdditions)

for (const { table } of [...own, ...additions]) {
  if (!tables.some((known) => known.table === table)) {
    throw new Error(`the schema exports no table ${getTableName(table)}`)
  }
}

function expectedOf(table: PgTable): ExpectedTable[] {
  const [expected, another] = own.filter((one) => one.table === table)
  if (another) throw new Error(`two features expect the table ${getTableName(table)}`)
  if (!expected) return []
  const added = additions.filter((one) => one.table === table)
  const grids = [expected, ...added].map(({ grid }) => (grid ? parseGrid(grid, actorNames) : {}))
  const rows = withoutDoubles(
    [expected, ...added].map(({ rows = {} }): Record<string, Row> => rows),
  )
  const widened = withoutDoubles(
    added.map(({ instead }) => (instead ? parseGrid(instead, actorNames) : {})),
  )
  return [{ ...expected, rows, grid: withLines(withoutDoubles(grids), widened) }]
}

/** By the name of the table in the schema, in alphabetical order. */
export const expectedTables: Record<string, ExpectedTable> = Object.fromEntries(
  tables
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
    .flatMap(({ name, table }) => expectedOf(table).map((expected) => [name, expected])),
)

export function rowsFor(name: string): Pick<ExpectedTable, 'rows' | 'adds' | 'writtenByTriggers'> {
  const expected = expectedTables[name]
  if (!expected) throw new Error(`no isolation.ts expects the table ${name}`)
  return expected
}
