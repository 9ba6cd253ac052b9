import { expect } from 'bun:test'
import type { Connection } from '#/db/connection.ts'
import { application } from '#/product/applications/tables.ts'
import { cvReview } from '#/product/cv-review/tables.ts'
import { handedInReview } from './tables.ts'

/** Each application with a reviewed CV hands its review in. */
export async function expectSampleData({ system }: Connection) {
  const reviews = await system.select().from(cvReview)
  const files = new Set(reviews.map(({ fileId }) => fileId))
  const applications = await system.select().from(application)
  const withReview = applications.filter(({ fileId }) => files.has(fileId))
  const handedIn = await system.select().from(handedInReview)
  expect(withReview.length).toBeGreaterThan(5)
  expect(handedIn.map(({ applicationId }) => applicationId).toSorted()).toEqual(
    withReview.map(({ id }) => id).toSorted(),
  )
}
