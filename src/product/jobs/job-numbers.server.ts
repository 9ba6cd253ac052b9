import type { SQL } from 'drizzle-orm'
import { countApplications } from '#/product/applications/job-number.server.ts'

/** Scalar subqueries beside a row of `job`: all that there are, and those that nobody has seen yet. */
export type JobCount = { count: SQL<number>; unseen: SQL<number> }

/** By the names of job-numbers.ts. */
export const jobCounts: Record<string, JobCount> = { applications: countApplications }
