import { and, eq, gt, isNull, or, type SQL, sql } from 'drizzle-orm'
import { job } from './schema/jobs.ts'

type Status = typeof job.$inferSelect.status

/**
 * Published and still taking applications. A last day that has passed closes a job without anybody
 * writing so: `status` alone never says that it is open.
 */
export const isOpen = and(
  eq(job.status, 'published'),
  or(isNull(job.closesAt), gt(job.closesAt, sql`now()`)),
)

/** The same of a row that was read. */
export const isOpenRow = (row: { status: Status; closesAt: Date | null }): boolean =>
  row.status === 'published' && (row.closesAt === null || row.closesAt > new Date())

/** What it is to people: one whose last day has passed is closed. */
export const statusNow: SQL<Status> = sql<Status>`case when ${job.status} = 'published' and ${job.closesAt} <= now() then 'closed' else ${job.status} end`
