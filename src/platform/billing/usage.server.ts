import { and, eq, gt, inArray, lt, sql } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { usageCounter } from './tables.ts'

export type Subject = `${'user' | 'visitor' | 'job' | 'organization'}:${string}`

/** One of something that is limited in a period. */
export type Charge = {
  subject: Subject
  metric: string
  limit: number
  /** Of the period; the count begins anew then. */
  endsAt: Date
}

/** The first moment of tomorrow, UTC. */
export function endOfDay(now = new Date()): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1))
}
/** The first moment of next month, UTC. */
export function endOfMonth(now = new Date()): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1))
}

class OverLimit extends Error {
  constructor(readonly charge: Charge) {
    super('a limit is used up')
  }
}

/**
 * Counts all of them, or none: returns the first that is used up, otherwise null. Each row is locked
 * until all are counted, so of many at once exactly as many pass as are left. Give them in the same
 * order of subjects everywhere, or two wait for each other.
 */
export async function charge(charges: Charge[]): Promise<Charge | null> {
  try {
    const counts = await asSystem('usage: count before it happens', async (tx) => {
      const used = []
      for (const one of charges) used.push(await countOne(tx, one))
      return used
    })
    if (counts.includes(1)) await sweep()
    return null
  } catch (error) {
    if (error instanceof OverLimit) return error.charge
    throw error
  }
}

async function countOne(tx: Tx, one: Charge): Promise<number> {
  const { subject, metric, limit, endsAt } = one
  if (limit < 1) throw new OverLimit(one)
  const isOver = sql`${usageCounter.endsAt} <= now()`
  const [row] = await tx
    .insert(usageCounter)
    .values({ subject, metric, used: 1, endsAt })
    .onConflictDoUpdate({
      target: [usageCounter.subject, usageCounter.metric],
      set: {
        used: sql`case when ${isOver} then 1 else ${usageCounter.used} + 1 end`,
        endsAt: sql`case when ${isOver} then excluded.ends_at else ${usageCounter.endsAt} end`,
      },
      setWhere: sql`${isOver} or ${usageCounter.used} < ${limit}`,
    })
    .returning({ used: usageCounter.used })
  if (!row) throw new OverLimit(one)
  return row.used
}

/** Takes out periods that are over; in a transaction of its own, so that nobody waits in a circle. */
const sweep = () =>
  asSystem('usage: forget periods that are over', async (tx) => {
    const { subject, metric, endsAt } = usageCounter
    const isOver = lt(endsAt, sql`now()`)
    const over = await tx
      .select({ subject, metric })
      .from(usageCounter)
      .where(isOver)
      .limit(20)
      .for('update', { skipLocked: true })
    for (const row of over) {
      await tx
        .delete(usageCounter)
        .where(and(eq(subject, row.subject), eq(metric, row.metric), isOver))
    }
  })

/** For what came to nothing. Of a period that is over nothing is given back. */
export async function giveBack(charges: Charge[]): Promise<void> {
  await asSystem('usage: give back what came to nothing', async (tx) => {
    for (const { subject, metric, endsAt } of charges) {
      await tx
        .update(usageCounter)
        .set({ used: sql`greatest(${usageCounter.used} - 1, 0)` })
        .where(
          and(
            eq(usageCounter.subject, subject),
            eq(usageCounter.metric, metric),
            eq(usageCounter.endsAt, endsAt),
          ),
        )
    }
  })
}

/** How much is used in the period that runs now. The caller has made sure that the reader may know. */
export async function readUsed(subject: Subject, metrics: string[]): Promise<Map<string, number>> {
  const rows = await asSystem('usage: show what is used', (tx) =>
    tx
      .select({ metric: usageCounter.metric, used: usageCounter.used })
      .from(usageCounter)
      .where(
        and(
          eq(usageCounter.subject, subject),
          inArray(usageCounter.metric, metrics),
          gt(usageCounter.endsAt, sql`now()`),
        ),
      ),
  )
  return new Map(rows.map(({ metric, used }) => [metric, used]))
}
