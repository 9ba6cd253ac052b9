import { and, eq, inArray, sql } from 'drizzle-orm'
import { dailyBudgetSpent } from '#/adapters/language-model-ledger.server.ts'
import { enqueue } from '#/adapters/queue.server.ts'
import { asUser } from '#/db/access.server.ts'
import { cvReview } from './tables.ts'
import { file } from '#/platform/files/tables.ts'
import { type Charge, charge } from '#/platform/billing/usage.server.ts'
import type { Locale } from '#/i18n/locale.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { reviewCvJob } from './jobs.server.ts'
import { countUsedReviews, giveUpAbandonedReviews, planOf } from './review-usage.server.ts'

type Owner = { userId: string }
type Wanted = { fileId: string; locale: Locale }

/** A review that comes to nothing is not counted, but it may have cost: so many tries for each. */
const triesPerReview = 3

/**
 * Counts, adds the review, and leaves the work to the queue. Throws Refusal NOT_FOUND,
 * CV_REVIEW_LIMIT_REACHED, CV_REVIEW_TRIES_USED_UP or CV_REVIEWS_PAUSED.
 */
export async function startReview(owner: Owner, wanted: Wanted): Promise<{ reviewId: string }> {
  const plan = await planOf(owner)
  const pausedUntil = await dailyBudgetSpent()
  if (pausedUntil) throw new Refusal('CV_REVIEWS_PAUSED', { resetsAt: pausedUntil })
  const { reviewId, isNew } = await addReview(owner, wanted, plan)
  // Its id makes this one job, however often it is asked for. One that runs already is queued again in
  // case that the process died, or the queue was away, before its job was stored.
  const queueIt = () =>
    enqueue(reviewCvJob, { reviewId, userId: owner.userId }, { id: reviewId, group: owner.userId })
  if (!isNew) {
    await queueIt()
    return { reviewId }
  }
  const aTry: Charge = {
    subject: `user:${owner.userId}`,
    metric: 'cv_reviews_tried',
    limit: plan.limit * triesPerReview,
    endsAt: plan.resetsAt,
  }
  if (await charge([aTry])) {
    await asUser(owner, (tx) => tx.delete(cvReview).where(eq(cvReview.id, reviewId)))
    throw new Refusal('CV_REVIEW_TRIES_USED_UP', { resetsAt: plan.resetsAt })
  }
  await queueIt()
  return { reviewId }
}

const addReview = (owner: Owner, wanted: Wanted, plan: Awaited<ReturnType<typeof planOf>>) =>
  asUser(owner, async (tx) => {
    // One at a time for a person, so that parallel requests cannot all find the last one unused.
    const lock = `cv_review:${owner.userId}`
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`)
    const { userId } = owner
    const { fileId, locale } = wanted
    const [found] = await tx
      .select({ id: file.id })
      .from(file)
      .where(and(eq(file.id, fileId), eq(file.userId, userId), eq(file.status, 'ready')))
    if (!found) throw new Refusal('NOT_FOUND')
    await giveUpAbandonedReviews(tx, userId)
    const ofThisFile = and(eq(cvReview.userId, userId), eq(cvReview.fileId, fileId))
    const [running] = await tx
      .select({ id: cvReview.id })
      .from(cvReview)
      .where(and(ofThisFile, inArray(cvReview.status, ['running', 'judging'])))
    if (running) return { reviewId: running.id, isNew: false }
    const used = await countUsedReviews(tx, userId)
    if (used >= plan.limit) throw new Refusal('CV_REVIEW_LIMIT_REACHED', { ...plan, used })
    // The new one takes the place of those that came to nothing.
    await tx.delete(cvReview).where(and(ofThisFile, eq(cvReview.status, 'failed')))
    const id = Bun.randomUUIDv7()
    await tx.insert(cvReview).values({ id, userId, fileId, locale })
    return { reviewId: id, isNew: true }
  })
