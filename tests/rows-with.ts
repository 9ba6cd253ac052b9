import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { asSystem } from '#/db/access.server.ts'

const tables = z.object({ rows: z.array(z.object({ schema: z.string(), name: z.string() })) })
const rows = z.object({ rows: z.array(z.object({ row: z.string() })) })

/** Every row of every table, the queue's included, in which these characters are, as "table: row". */
export const rowsWith = (characters: string): Promise<string[]> =>
  asSystem('test: look through the whole database', async (tx) => {
    const found: string[] = []
    const all = await tx.execute(sql`
      select table_schema as schema, table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
        and has_table_privilege(format('%I.%I', table_schema, table_name), 'select')
      order by 1, 2`)
    for (const { schema, name } of tables.parse(all).rows) {
      const table = sql`${sql.identifier(schema)}.${sql.identifier(name)}`
      const held = await tx.execute(
        sql`select t::text as row from ${table} t where position(${characters} in t::text) > 0`,
      )
      for (const { row } of rows.parse(held).rows) found.push(`${name}: ${row}`)
    }
    return found
  })

/** An id that leads nowhere stays in the trail, by decision 12; a name or an address does not. */
const mayKeepIds = new Set(['audit_event', 'audit_chain'])

/** Every row that still holds the id of what was deleted. */
export const rowsLeftOf = async (id: string) =>
  (await rowsWith(id)).filter((row) => !mayKeepIds.has(row.slice(0, row.indexOf(':'))))
