/** One statement under somebody's settings, taken back whatever it did. */
import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#/db/connection.ts'

type Refused = 'grant' | 'policy' | 'foreign key' | 'duplicate'
export type Outcome = { affected: number } | { refused: Refused }

/** The two drivers count differently. */
const counted = z
  .object({
    rows: z.array(z.unknown()),
    rowCount: z.number().nullish(),
    affectedRows: z.number().optional(),
  })
  .transform(({ rows, rowCount, affectedRows }) => rowCount ?? (affectedRows || rows.length))

const prepared = new WeakSet<Tx>()

export async function attempt(tx: Tx, statement: SQL): Promise<Outcome> {
  if (!prepared.has(tx)) await tx.execute(sql`savepoint untouched`)
  prepared.add(tx)
  let outcome: Outcome
  try {
    outcome = { affected: counted.parse(await tx.execute(statement)) }
  } catch (error) {
    outcome = { refused: refusalOf(error) }
  }
  // What found nothing has left nothing.
  if (reached(outcome)) await tx.execute(sql`rollback to savepoint untouched`)
  return outcome
}

const postgresError = z.object({ code: z.string(), message: z.string() })

function refusalOf(error: unknown): Refused {
  const parsed = postgresError.safeParse(error instanceof Error ? error.cause : undefined)
  const { code, message = '' } = parsed.data ?? {}
  if (code === '42501') return message.includes('row-level security') ? 'policy' : 'grant'
  if (code === '23503') return 'foreign key'
  if (code === '23505') return 'duplicate'
  throw error
}

export const happened = (outcome: Outcome) => 'affected' in outcome && outcome.affected > 0

/** Or something else than not finding the row stood in the way. */
export const reached = (outcome: Outcome) => !('affected' in outcome) || outcome.affected > 0

/** The policy comes before the index: what is there already, it would have let through. */
export const wasLetThrough = (outcome: Outcome) =>
  happened(outcome) || ('refused' in outcome && outcome.refused === 'duplicate')

/** The row was found, but may not become what it was to become. */
export const isRefusedByPolicy = (outcome: Outcome) =>
  'refused' in outcome && outcome.refused === 'policy'
