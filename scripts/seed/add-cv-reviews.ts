import { inArray } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import { file } from '#/platform/files/tables.ts'
import { cvReview } from '#/product/cv-review/tables.ts'
import reviews from './cv-reviews.json'
import type { IdOf } from './organization-steps.ts'
import type { SeededCandidate } from './seeded-candidate.ts'
import { minutesAfter } from './times.ts'

const reviewOf = new Map(Object.entries(reviews))

/** A review of each CV that has one, a minute after the upload. */
export async function addCvReviews(
  tx: Tx,
  candidates: SeededCandidate[],
  { idOf }: { idOf: IdOf },
) {
  const localeOf = new Map(candidates.map(({ email, locale }) => [idOf(email), locale]))
  const files = await tx
    .select({ id: file.id, name: file.name, userId: file.userId, createdAt: file.createdAt })
    .from(file)
    .where(inArray(file.userId, [...localeOf.keys()]))
  const reviewed = files.flatMap(({ id: fileId, name, userId, createdAt: uploadedAt }) => {
    const review = reviewOf.get(name)
    const locale = localeOf.get(userId)
    if (!review || !locale) return []
    const createdAt = minutesAfter(uploadedAt, 1)
    return {
      ...review,
      id: Bun.randomUUIDv7('hex', createdAt),
      userId,
      fileId,
      locale,
      status: 'done' as const,
      createdAt,
      finishedAt: minutesAfter(createdAt, 0.2),
    }
  })
  await tx.insert(cvReview).values(reviewed)
}
