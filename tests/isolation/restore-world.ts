/** Makes the world, and makes it anew after something in it was changed. */
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { asSystem } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { session } from '#/db/schema/identity.ts'
import { rowsFor } from './expected-tables.ts'
import { type SchemaTable, tables } from './schema-tables.ts'
import { sessions, tag } from './world.ts'

const answer = z.object({ rows: z.array(z.record(z.string(), z.unknown())) })
export const read = async (tx: Tx, query: SQL) => answer.parse(await tx.execute(query)).rows

/** Whatever of this world is in the table, whoever added it. */
const ofThisWorld = ({ sqlName }: SchemaTable) =>
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
    await tx.insert(session).values(sessions)
  })
}

/** Attempts are counted and leases taken for whoever asks. */
const notCompared = new Set(['rate_limit', 'lease'])

const begunAt = new Date()

/**
 * Of an organisation's trail it is enough where its chain ends. The site's chain grows with what late jobs
 * of earlier tests do too, so of that one only the events about this world count.
 */
const compared = (entry: SchemaTable) =>
  entry.sqlName === 'audit_event'
    ? sql`audit_event t where organization_id is null
        and occurred_at >= ${begunAt.toISOString()} and t::text like ${`%${tag}%`}`
    : ofThisWorld(entry)

let lastRead = { writes: '', fingerprint: '' }

/** Changes with any row of this world. Nothing is read again when nobody has written since. */
export async function fingerprint(): Promise<string> {
  const parts = tables
    .filter(({ sqlName }) => !notCompared.has(sqlName))
    .map(
      (entry) => sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum,
        ${entry.sqlName}::text as name from ${compared(entry)}`,
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
