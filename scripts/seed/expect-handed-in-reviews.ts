import { expect } from 'bun:test'
import type { Connection } from '#/db/connection.ts'
import { application } from '#/product/applications/tables.ts'
import { cvReview } from '#/product/cv-review/tables.ts'
import { handedInReview } from '#/product/handed-in-reviews/tables.ts'
import { seededCandidates } from './candidates.ts'

/** Each reviewed CV has its review, and each application with such a CV hands it in. */
export async function expectHandedInReviews({ system }: Connection) {
  const reviewed = seededCandidates.flatMap(({ cvs }) => cvs.filter((cv) => cv.isReviewed))
  const reviews = await system.select().from(cvReview)
  expect(reviews).toHaveLength(reviewed.length)
  const files = new Set(reviews.map(({ fileId }) => fileId))
  const applications = await system.select().from(application)
  const withReview = applications.filter(({ fileId }) => files.has(fileId))
  const handedIn = await system.select().from(handedInReview)
  expect(withReview.length).toBeGreaterThan(5)
  expect(handedIn.map(({ applicationId }) => applicationId).toSorted()).toEqual(
    withReview.map(({ id }) => id).toSorted(),
  )
}
