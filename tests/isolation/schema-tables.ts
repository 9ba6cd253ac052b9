/** The tables of the schema, found in its files; a table comes after those that it points at. */
import { getTableName, is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { modulesAt } from '../../scripts/modules-at.ts'

export type SchemaTable = { name: string; table: PgTable; sqlName: string }

const modules = await modulesAt('src/db/schema/*.ts', 'src/**/tables.ts')

export const tables = inOrder(
  modules.flatMap(({ exports }) =>
    Object.entries(exports).flatMap(([name, value]): SchemaTable[] =>
      is(value, PgTable) ? [{ name, table: value, sqlName: getTableName(value) }] : [],
    ),
  ),
)

function inOrder(all: SchemaTable[]): SchemaTable[] {
  const sorted: SchemaTable[] = []
  const add = (entry: SchemaTable) => {
    if (sorted.includes(entry)) return
    for (const key of getTableConfig(entry.table).foreignKeys) {
      const target = getTableName(key.reference().foreignTable)
      const found = all.find(({ sqlName }) => sqlName === target)
      if (found && found !== entry) add(found)
    }
    sorted.push(entry)
  }
  for (const entry of all) add(entry)
  return sorted
}
