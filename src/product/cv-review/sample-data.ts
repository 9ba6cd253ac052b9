import {
  sampleCandidates,
  sampleData as candidates,
} from '#/product/sample-candidates/sample-data.ts'
import { idOf } from '../../../scripts/seed/add-people.ts'
import { isLocalPart } from '../../../scripts/seed/local-parts.ts'
import { defineSampleData } from '../../../scripts/seed/sample-data.ts'
import { daysAgo, minutesAfter } from '../../../scripts/seed/times.ts'
import reviews from './sample-data/cv-reviews.json'
import { cvReview } from './tables.ts'

const reviewOf = new Map(Object.entries(reviews))

/** A review of each CV that has one, a minute after the upload. */
export const sampleData = defineSampleData({
  after: [candidates],
  add: async (tx) => {
    if (!isLocalPart('storage')) return
    const rows = sampleCandidates.flatMap(({ email, locale, cvs }) =>
      cvs.flatMap((cv) => {
        const review = reviewOf.get(cv.name)
        if (!review) return []
        const createdAt = minutesAfter(daysAgo(cv.daysAgo), 1)
        return {
          ...review,
          id: Bun.randomUUIDv7('hex', createdAt),
          userId: idOf(email),
          fileId: cv.id,
          locale,
          status: 'done' as const,
          createdAt,
          finishedAt: minutesAfter(createdAt, 0.2),
        }
      }),
    )
    await tx.insert(cvReview).values(rows)
  },
})
