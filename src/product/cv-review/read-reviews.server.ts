import { desc, eq, getTableColumns } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { cvReview } from './tables.ts'
import { file } from '#/platform/files/tables.ts'
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
      .orderBy(desc(cvReview.createdAt), desc(cvReview.id))
      .limit(limitListed)
  })
  return { reviews: rows.map(shown), usage: await readUsage(owner) }
}

export const readReview = (owner: { userId: string }, reviewId: string): Promise<Review> =>
  asUser({ userId: owner.userId }, async (tx) => {
    await giveUpAbandonedReviews(tx, owner.userId)
    const found = await findReview(tx, reviewId)
    if (!found) throw new Refusal('NOT_FOUND')
    return found
  })

/** Any review that the policies show to the reader. */
export async function findReview(tx: Tx, reviewId: string): Promise<Review | null> {
  const [row] = await tx
    .select(columns)
    .from(cvReview)
    .innerJoin(file, eq(file.id, cvReview.fileId))
    .where(eq(cvReview.id, reviewId))
  return row ? shown(row) : null
}
