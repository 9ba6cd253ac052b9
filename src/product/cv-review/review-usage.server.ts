import { and, count, eq, gte, inArray, lt, ne } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { cvReview } from './tables.ts'
import { modelCall } from '#/db/schema/model-calls.ts'
import { limitOfPerson } from '#/platform/billing/plan-limits.server.ts'
import type { ReviewUsage } from './contract.ts'
import { cvReviews } from './plan-limits.ts'

/** Reviews are counted by calendar months, UTC. */
const monthOf = (now: Date) => ({
  start: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1)),
  end: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)),
})

/**
 * How many of this month's reviews are used: those that are there and did not fail, or what the
 * ledger of model calls says when some were deleted since. Deleting a review gives none back.
 */
export async function countUsedReviews(tx: Tx, userId: string): Promise<number> {
  const { start } = monthOf(new Date())
  const [kept] = await tx
    .select({ number: count() })
    .from(cvReview)
    .where(
      and(
        eq(cvReview.userId, userId),
        ne(cvReview.status, 'failed'),
        gte(cvReview.createdAt, start),
      ),
    )
  const [running] = await tx
    .select({ number: count() })
    .from(cvReview)
    .where(and(eq(cvReview.userId, userId), inArray(cvReview.status, ['running', 'judging'])))
  const [answered] = await tx
    .select({ number: count() })
    .from(modelCall)
    .where(
      and(
        eq(modelCall.userId, userId),
        eq(modelCall.purpose, 'cv_review'),
        eq(modelCall.outcome, 'done'),
        gte(modelCall.createdAt, start),
      ),
    )
  return Math.max(kept?.number ?? 0, (answered?.number ?? 0) + (running?.number ?? 0))
}

export async function planOf(owner: { userId: string }): Promise<Omit<ReviewUsage, 'used'>> {
  return { ...(await limitOfPerson(owner, cvReviews)), resetsAt: monthOf(new Date()).end }
}

const abandonedAfterMs = 15 * 60 * 1_000

/** What neither ended nor will: its process died and no other took it up. It does not count. */
export const giveUpAbandonedReviews = (tx: Tx, userId: string) =>
  tx
    .update(cvReview)
    .set({ status: 'failed', failure: 'INTERRUPTED', finishedAt: new Date() })
    .where(
      and(
        eq(cvReview.userId, userId),
        inArray(cvReview.status, ['running', 'judging']),
        lt(cvReview.createdAt, new Date(Date.now() - abandonedAfterMs)),
      ),
    )

const readUsed = ({ userId }: { userId: string }) =>
  asUser({ userId }, (tx) => countUsedReviews(tx, userId))

export const readUsage = async (owner: { userId: string }): Promise<ReviewUsage> => ({
  ...(await planOf(owner)),
  used: await readUsed(owner),
})

export const planUsage = { [cvReviews.name]: readUsed }
