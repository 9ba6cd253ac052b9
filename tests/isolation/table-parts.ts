/** Tables and their columns as the matrix needs them, from the schema and from Postgres' catalogue. */
import { type SQL, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import type { Tx } from '#/db/connection.ts'
import { rowsFor } from './expected-tables.ts'
import type { Row } from './feature-isolation.ts'
import { read } from './restore-world.ts'
import { tables } from './schema-tables.ts'
import { absent } from './world.ts'

export type Verb = 'select' | 'insert' | 'update' | 'delete'
/** The columns that app_user may use with each verb; of a deletion all, or none. */
export type Granted = Record<Verb, PgColumn[]>

export const columnsOf = (table: PgTable) => getTableConfig(table).columns
export const nameOf = (column: PgColumn) => toSnakeCase(column.name)
export const identifier = (column: PgColumn) => sql`${sql.identifier(nameOf(column))}`
/** drizzle's names of the columns are those of the properties. */
export const valueOf = (row: Row, column: PgColumn) => row[column.name]

/** By its key; a row that a trigger wrote by what is known of it. */
export function isThis(table: PgTable, row: Row): SQL {
  const { columns, primaryKeys } = getTableConfig(table)
  const own = columns.filter(({ primary }) => primary)
  const key = own.length > 0 ? own : (primaryKeys[0]?.columns ?? [])
  const isKnown = (column: PgColumn) => column.name in row
  return sql.join(
    (key.every(isKnown) ? key : columns.filter(isKnown)).map(
      (column) => sql`${identifier(column)} = ${valueOf(row, column)}`,
    ),
    sql` and `,
  )
}

const verbs: Verb[] = ['select', 'insert', 'update', 'delete']

export async function grantsOn(tx: Tx, table: PgTable, sqlName: string): Promise<Granted> {
  const granted: Granted = { select: [], insert: [], update: [], delete: [] }
  const quoted = `"${sqlName}"`
  for (const verb of verbs) {
    const rows = await read(
      tx,
      verb === 'delete'
        ? sql`select attname from pg_attribute where attrelid = ${quoted}::regclass and attnum > 0
            and has_table_privilege('app_user', ${quoted}, 'delete')`
        : sql`select attname from pg_attribute where attrelid = ${quoted}::regclass and attnum > 0
            and not attisdropped and has_column_privilege('app_user', ${quoted}, attname, ${verb})`,
    )
    granted[verb] = columnsOf(table).filter((column) =>
      rows.some(({ attname }) => attname === nameOf(column)),
    )
  }
  return granted
}

/** "select, update (status, updated_at)". */
export const writtenGrants = (granted: Granted, table: PgTable) =>
  verbs
    .flatMap((verb) => {
      if (granted[verb].length === 0) return []
      const isWhole = granted[verb].length === columnsOf(table).length
      return isWhole ? verb : `${verb} (${granted[verb].map(nameOf).join(', ')})`
    })
    .join(', ')

/** Every id that stands in a column of this name anywhere: what a forger would try. */
const idsIn = new Map<string, Set<string>>()
for (const { name, table } of tables) {
  for (const column of columnsOf(table)) {
    if (!column.name.endsWith('Id')) continue
    const known = idsIn.get(column.name) ?? new Set()
    idsIn.set(column.name, known)
    for (const row of Object.values<Row>(rowsFor(name).rows)) {
      const value = valueOf(row, column)
      if (typeof value === 'string') known.add(value)
    }
  }
}

/** What a column could be made to say that matters. */
export function choicesOf(column: PgColumn): string[] {
  if (column.name === 'id') return [absent]
  return column.enumValues ?? [...(idsIn.get(column.name) ?? [])]
}
