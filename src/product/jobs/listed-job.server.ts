import { and, desc, eq, type SQL } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import { isOpen } from './open-job.ts'
import { job } from './tables.ts'
import { organization } from '#/db/schema/organizations.ts'
import type { ListedJob, Salary } from './contract.ts'

const columns = {
  id: job.id,
  slug: job.slug,
  title: job.title,
  summary: job.summary,
  department: job.department,
  location: job.location,
  country: job.country,
  workplace: job.workplace,
  employmentType: job.employmentType,
  skills: job.skills,
  salaryMin: job.salaryMin,
  salaryMax: job.salaryMax,
  salaryCurrency: job.salaryCurrency,
  salaryPeriod: job.salaryPeriod,
  publishedAt: job.publishedAt,
  createdAt: job.createdAt,
  companyName: organization.name,
  companySlug: organization.slug,
}

/** Open jobs that match, newest first unless `order` says otherwise. */
export async function listJobs(
  tx: Tx,
  asked: { where?: SQL; order?: SQL[]; limit: number; offset?: number },
): Promise<ListedJob[]> {
  const rows = await tx
    .select(columns)
    .from(job)
    .innerJoin(organization, eq(organization.id, job.organizationId))
    .where(and(isOpen, asked.where))
    .orderBy(...(asked.order ?? []), desc(job.publishedAt), desc(job.id))
    .limit(asked.limit)
    .offset(asked.offset ?? 0)
  return rows.map(({ companyName, companySlug, publishedAt, createdAt, ...row }) => ({
    id: row.id,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    department: row.department,
    location: row.location,
    country: row.country,
    workplace: row.workplace,
    employmentType: row.employmentType,
    skills: row.skills,
    salary: salaryOf(row),
    publishedAt: publishedAt ?? createdAt,
    company: { name: companyName, slug: companySlug },
  }))
}

type SalaryColumns = Pick<
  typeof job.$inferSelect,
  'salaryMin' | 'salaryMax' | 'salaryCurrency' | 'salaryPeriod'
>

/** One number stands for both ends; none means that the job does not say. */
export function salaryOf(row: SalaryColumns): Salary | null {
  const min = row.salaryMin ?? row.salaryMax
  const max = row.salaryMax ?? row.salaryMin
  if (min === null || max === null) return null
  return { min, max, currency: row.salaryCurrency, period: row.salaryPeriod }
}
