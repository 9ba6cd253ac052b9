import { expect } from 'bun:test'
import type { Connection } from '#/db/connection.ts'
import { job } from './tables.ts'

export async function expectSampleData({ system }: Connection) {
  const jobs = await system.select({ status: job.status, country: job.country }).from(job)
  expect(jobs.filter(({ status }) => status === 'published')).toHaveLength(39)
  expect(jobs).toHaveLength(43)
  expect(new Set(jobs.map(({ country }) => country)).size).toBeGreaterThan(4)
}
