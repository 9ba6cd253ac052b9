import { and, eq, inArray, sql } from 'drizzle-orm'
import { enqueue } from '#/adapters/queue.server.ts'
import { asUser } from '#/db/access.server.ts'
import { cvReview } from '#/db/schema/cv-reviews.ts'
import { file } from '#/db/schema/files.ts'
import type { Locale } from '#/i18n/locale.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { countUsedReviews, giveUpAbandonedReviews, planOf } from './review-usage.server.ts'

type Owner = { userId: string }
type Wanted = { fileId: string; locale: Locale }

/** Counts, adds the review, and leaves the work to the queue. */
export async function startReview(owner: Owner, wanted: Wanted): Promise<{ reviewId: string }> {
  const plan = await planOf(owner)
  const { reviewId, isNew } = await asUser(owner, async (tx) => {
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
  if (isNew) await enqueue('review-cv', { reviewId, userId: owner.userId })
  return { reviewId }
}
