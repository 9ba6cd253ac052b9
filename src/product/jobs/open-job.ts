import { and, eq, gt, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { job } from './tables.ts'
import { organization } from '#/db/schema/organizations.ts'

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

/** Was public once, and was not taken back: such a job has made its company public. */
const hasBeenPublic = or(
  eq(job.status, 'published'),
  and(eq(job.status, 'closed'), isNotNull(job.publishedAt)),
)

/** True if the organisation has a page at /companies/:slug. Only members and the system see its jobs. */
export const hasCompanyPage: SQL<boolean> = sql<boolean>`exists (
  select from ${job} where ${job.organizationId} = ${organization.id} and ${hasBeenPublic})`

/** What it is to people: one whose last day has passed is closed. */
export const statusNow: SQL<Status> = sql<Status>`case when ${job.status} = 'published' and ${job.closesAt} <= now() then 'closed' else ${job.status} end`
