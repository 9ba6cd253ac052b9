import { and, asc, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import { asUser, type MemberActor } from '#/db/access.server.ts'
import { statusNow } from './open-job.ts'
import { job } from './tables.ts'
import { limitOfOrganization } from '#/platform/billing/plan-limits.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { salaryCurrencies } from './job-fields.ts'
import { jobCounts } from './job-numbers.server.ts'
import type { JobOrder } from './job-orders.ts'
import type { EditedJob, JobNumber, JobStatus, ManagedJobs } from './manage-contract.ts'
import { publishedJobs } from './plan-limits.ts'

const numbers = Object.entries(jobCounts).map(
  ([name, { count: all, unseen }]) =>
    sql`${name}::text, json_build_object('count', ${all}, 'unseen', ${unseen})`,
)
const columns = {
  id: job.id,
  slug: job.slug,
  title: job.title,
  status: statusNow,
  department: job.department,
  location: job.location,
  publishedAt: job.publishedAt,
  updatedAt: job.updatedAt,
  closesAt: job.closesAt,
  numbers: sql<Record<string, JobNumber>>`json_build_object(${sql.join(numbers, sql`, `)})`,
}

const byName = sql`lower(${job.title})`
/** The drafts, which have no day yet, are together: first where the newest is first. */
const newestFirst = sql`${job.publishedAt} desc nulls first`
const orders = new Map<JobOrder, SQL>([
  ['-published', newestFirst],
  ['published', sql`${job.publishedAt} asc nulls last`],
  ['title', asc(byName)],
  ['-title', desc(byName)],
  ...Object.entries(jobCounts).flatMap(([name, { count: all }]): [JobOrder, SQL][] => [
    [name, asc(all)],
    [`-${name}`, desc(all)],
  ]),
])

/** What was published last comes first, below the drafts; those by when they were begun. */
export async function listManagedJobs(
  actor: MemberActor,
  asked: { status?: JobStatus; sort?: JobOrder },
): Promise<ManagedJobs> {
  const ofTenant = eq(job.organizationId, actor.organizationId)
  const { jobs, counted } = await asUser(actor, async (tx) => ({
    jobs: await tx
      .select(columns)
      .from(job)
      .where(and(ofTenant, asked.status && eq(statusNow, asked.status)))
      .orderBy(orders.get(asked.sort ?? '') ?? newestFirst, desc(job.createdAt), desc(job.id))
      .limit(200),
    counted: await tx
      .select({ status: statusNow, number: count() })
      .from(job)
      .where(ofTenant)
      .groupBy(statusNow),
  }))
  const { plan, limit } = await limitOfOrganization(actor.organizationId, publishedJobs)
  const numberOf = (status: JobStatus) => counted.find((row) => row.status === status)?.number ?? 0
  return {
    jobs,
    counts: {
      draft: numberOf('draft'),
      published: numberOf('published'),
      closed: numberOf('closed'),
    },
    publishedLimit: limit,
    plan,
  }
}

export async function readManagedJob(actor: MemberActor, jobId: string): Promise<EditedJob> {
  const [found] = await asUser(actor, (tx) =>
    tx
      .select({ ...columns, row: job })
      .from(job)
      .where(and(eq(job.organizationId, actor.organizationId), eq(job.id, jobId))),
  )
  if (!found) throw new Refusal('NOT_FOUND')
  const { row, ...shown } = found
  return {
    ...shown,
    fields: {
      title: row.title,
      department: row.department,
      location: row.location,
      country: row.country,
      workplace: row.workplace,
      employmentType: row.employmentType,
      salaryMin: row.salaryMin ?? undefined,
      salaryMax: row.salaryMax ?? undefined,
      salaryCurrency: salaryCurrencies.find((known) => known === row.salaryCurrency) ?? 'EUR',
      salaryPeriod: row.salaryPeriod,
      skills: row.skills,
      summary: row.summary,
      description: row.description,
      closesOn: row.closesAt?.toISOString().slice(0, 10),
    },
  }
}
