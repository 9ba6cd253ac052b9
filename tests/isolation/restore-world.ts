/** Makes the world, and makes it anew after something in it was changed. */
import { getTableName, is, type SQL, sql } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { asSystem } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import * as schema from '#/db/schema/schema.ts'
import { rowsOf, type TableName } from './rows.ts'
import { sessions, tag } from './world.ts'

const isTable = (name: string): name is TableName => name in rowsOf
const known: Record<string, unknown> = schema

/** The tables of the schema, whether or not there are rows for them; a table comes after what it points at. */
export const tables = inOrder(
  Object.entries(known).flatMap(([name, value]) =>
    is(value, PgTable) ? [{ name, table: value, sqlName: getTableName(value) }] : [],
  ),
)
type Table = { name: string; table: PgTable; sqlName: string }

function inOrder(all: Table[]): Table[] {
  const sorted: Table[] = []
  const add = (entry: Table) => {
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

export const rowsFor = (name: string) => {
  if (!isTable(name)) throw new Error(`tests/isolation/rows.ts has no rows of ${name}`)
  return rowsOf[name]
}

const answer = z.object({ rows: z.array(z.record(z.string(), z.unknown())) })
export const read = async (tx: Tx, query: SQL) => answer.parse(await tx.execute(query)).rows

/** Whatever of this world is in the table, whoever added it. */
const ofThisWorld = ({ sqlName }: Table) =>
  sql`${sql.identifier(sqlName)} t where t::text like ${`%${tag}%`}`

/** Some rows stay for good (an audit trail): whoever may not delete them does not try. */
export async function restoreWorld(): Promise<void> {
  await asSystem('test: make the world', async (tx) => {
    const deletable = await read(
      tx,
      sql`select relname from pg_class where relnamespace = 'public'::regnamespace
        and relkind = 'r' and has_table_privilege(oid, 'DELETE')`,
    )
    // An organisation goes with its members, because it keeps an owner as long as it is there.
    const first = tables.filter(({ sqlName }) => sqlName === 'organization')
    for (const entry of [...first, ...tables]) {
      if (!deletable.some(({ relname }) => relname === entry.sqlName)) continue
      await tx.execute(sql`delete from ${ofThisWorld(entry)}`)
    }
    for (const { name, table } of tables) {
      const { rows: byLabel, writtenByTriggers } = rowsFor(name)
      const rows = Object.values(byLabel)
      if (!writtenByTriggers) await tx.insert(table).values(rows).onConflictDoNothing()
    }
    await tx.insert(schema.session).values(sessions)
  })
}

/** Attempts are counted for whoever asks; of the trail it is enough where its chains end. */
const notCompared = new Set(['rate_limit', 'audit_event'])

let lastRead = { writes: '', fingerprint: '' }

/** Changes with any row of this world. Nothing is read again when nobody has written since. */
export async function fingerprint(): Promise<string> {
  const parts = tables
    .filter(({ sqlName }) => !notCompared.has(sqlName))
    .map(
      (entry) => sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum,
        ${entry.sqlName}::text as name from ${entry.sqlName === 'audit_chain' ? sql`audit_chain t` : ofThisWorld(entry)}`,
    )
  return asSystem('test: look whether the world changed', async (tx) => {
    // Every transaction that writes takes the next number, whatever it writes.
    const [counter] = await read(
      tx,
      sql`select pg_snapshot_xmax(pg_current_snapshot())::text as next`,
    )
    const writes = String(counter?.next)
    if (writes !== lastRead.writes) {
      const rows = await read(tx, sql`${sql.join(parts, sql` union all `)} order by name`)
      lastRead = { writes, fingerprint: JSON.stringify(rows) }
    }
    return lastRead.fingerprint
  })
}
