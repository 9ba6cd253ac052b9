import { and, desc, eq, getTableColumns } from 'drizzle-orm'
import { type Actor, asUser } from '#/db/access.server.ts'
import { cvReview } from '#/db/schema/cv-reviews.ts'
import { file } from '#/db/schema/files.ts'
import { baseLocale, isLocale } from '#/i18n/locale.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { type Review, reviewFailure } from './contract.ts'
import { giveUpAbandonedReviews, readUsage } from './review-usage.server.ts'

const limitListed = 50
const columns = { ...getTableColumns(cvReview), file: getTableColumns(file) }

type Row = typeof cvReview.$inferSelect & { file: typeof file.$inferSelect }
const shown = (row: Row): Review => ({
  ...row,
  locale: isLocale(row.locale) ? row.locale : baseLocale,
  failure: row.failure === null ? null : reviewFailure.catch('INTERNAL').parse(row.failure),
})

/** The person's own reviews, the newest first, and how many the plan still allows. */
export async function listReviews(owner: { userId: string }) {
  const rows = await asUser(owner, async (tx) => {
    await giveUpAbandonedReviews(tx, owner.userId)
    return tx
      .select(columns)
      .from(cvReview)
      .innerJoin(file, eq(file.id, cvReview.fileId))
      .where(eq(cvReview.userId, owner.userId))
      .orderBy(desc(cvReview.createdAt))
      .limit(limitListed)
  })
  return { reviews: rows.map(shown), usage: await readUsage(owner) }
}

export async function readReview(owner: { userId: string }, reviewId: string): Promise<Review> {
  return readVisible({ userId: owner.userId }, reviewId, async (tx) => {
    await giveUpAbandonedReviews(tx, owner.userId)
  })
}

/** As a recruiter: what was handed in to the organisation, which the policies know. */
export const readReviewForOrganization = (actor: Actor, reviewId: string) =>
  readVisible(actor, reviewId)

async function readVisible(
  actor: Actor,
  reviewId: string,
  before?: Parameters<typeof asUser<void>>[1],
): Promise<Review> {
  const [row] = await asUser(actor, async (tx) => {
    await before?.(tx)
    return tx
      .select(columns)
      .from(cvReview)
      .innerJoin(file, eq(file.id, cvReview.fileId))
      .where(and(eq(cvReview.id, reviewId)))
  })
  if (!row) throw new Refusal('NOT_FOUND')
  return shown(row)
}
