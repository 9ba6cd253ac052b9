import { and, asc, count, desc, eq, type SQL, sql } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import { application } from '#/db/schema/applications.ts'
import { statusNow } from '#/db/open-job.ts'
import { job } from '#/db/schema/jobs.ts'
import { limitsOfOrganization } from '#/features/billing/plan-limits.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { salaryCurrencies } from './job-fields.ts'
import { type JobOrder, usualOrder } from './job-orders.ts'
import type { EditedJob, JobStatus, ManagedJobs } from './manage-contract.ts'

type InOrganization = { userId: string; organizationId: string }

const ofJob = sql`${application.organizationId} = ${job.organizationId} and ${application.jobId} = ${job.id}`
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
  applications: sql<number>`(select count(*)::int from ${application} where ${ofJob})`,
  newApplications: sql<number>`(select count(*)::int from ${application} where ${ofJob} and ${application.status} = 'new')`,
}

const byName = sql`lower(${job.title})`
/** The drafts, which have no day yet, are together: first where the newest is first. */
const orders: Record<JobOrder, SQL> = {
  '-published': sql`${job.publishedAt} desc nulls first`,
  published: sql`${job.publishedAt} asc nulls last`,
  title: asc(byName),
  '-title': desc(byName),
  '-applications': desc(columns.applications),
  applications: asc(columns.applications),
}

/** What was published last comes first, below the drafts; those by when they were begun. */
export async function listManagedJobs(
  actor: InOrganization,
  asked: { status?: JobStatus; sort?: JobOrder },
): Promise<ManagedJobs> {
  const ofTenant = eq(job.organizationId, actor.organizationId)
  const { jobs, counted } = await asUser(actor, async (tx) => ({
    jobs: await tx
      .select(columns)
      .from(job)
      .where(and(ofTenant, asked.status && eq(statusNow, asked.status)))
      .orderBy(orders[asked.sort ?? usualOrder], desc(job.createdAt), desc(job.id))
      .limit(200),
    counted: await tx
      .select({ status: statusNow, number: count() })
      .from(job)
      .where(ofTenant)
      .groupBy(statusNow),
  }))
  const { plan, limits } = await limitsOfOrganization(actor.organizationId)
  const numberOf = (status: JobStatus) => counted.find((row) => row.status === status)?.number ?? 0
  return {
    jobs,
    counts: {
      draft: numberOf('draft'),
      published: numberOf('published'),
      closed: numberOf('closed'),
    },
    publishedLimit: limits.publishedJobs,
    plan,
  }
}

export async function readManagedJob(actor: InOrganization, jobId: string): Promise<EditedJob> {
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
