import { expect } from 'bun:test'
import type { Connection } from '#/db/connection.ts'
import reviews from './sample-data/cv-reviews.json'
import { cvReview } from './tables.ts'

export async function expectSampleData({ system }: Connection) {
  const found = await system.select().from(cvReview)
  expect(found).toHaveLength(Object.keys(reviews).length)
}
