import type { SQL } from 'drizzle-orm'
import { countApplications } from '#/product/applications/job-number.server.ts'
import type { JobNumberName } from './job-numbers.ts'

/** Scalar subqueries beside a row of `job`: all that there are, and those that nobody has seen yet. */
export type JobCount = { count: SQL<number>; unseen: SQL<number> }

export const jobCounts: Record<JobNumberName, JobCount> = { applications: countApplications }
