import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import { idOf } from '../../../scripts/seed/add-people.ts'
import { type SampleOrganization, sampleOrganization } from '../../../scripts/seed/organizations.ts'
import { defineSampleData } from '../../../scripts/seed/sample-data.ts'
import { tellHistory } from '../../../scripts/seed/tell-history.ts'
import { daysAgo, inDays, minutesAfter } from '../../../scripts/seed/times.ts'
import { alvorJobs } from './sample-data/alvor-jobs.ts'
import { haldenJobs } from './sample-data/halden-jobs.ts'
import { pennineJobs } from './sample-data/pennine-jobs.ts'
import type { SampleJob } from './sample-data/sample-job.ts'
import { job } from './tables.ts'

const withIds = (jobs: SampleJob[]) => jobs.map((one) => ({ ...one, id: Bun.randomUUIDv7() }))

/** The jobs of each sample organisation, and the currency of their salaries. */
export const sampleEmployers = [
  { organization: sampleOrganization('halden-waerme'), currency: 'EUR', jobs: withIds(haldenJobs) },
  { organization: sampleOrganization('alvor-saude'), currency: 'EUR', jobs: withIds(alvorJobs) },
  {
    organization: sampleOrganization('pennine-freight'),
    currency: 'GBP',
    jobs: withIds(pennineJobs),
  },
]
type Employer = (typeof sampleEmployers)[number]

export function sampleJobOf(title: string) {
  for (const { organization, jobs } of sampleEmployers) {
    const found = jobs.find((one) => one.title === title)
    if (found) return { organization, jobId: found.id }
  }
  throw new Error(`The sample data has no job ${title}.`)
}

/** The second member writes the jobs, or the founder who is alone. */
export function recruiterOf({ name, members }: SampleOrganization): string {
  const member = members[1] ?? members[0]
  if (!member) throw new Error(`${name} has no members.`)
  return member.email
}

export const sampleData = defineSampleData({
  add: (tx) =>
    tellHistory(
      tx,
      sampleEmployers.map((employer) => ({
        at: minutesAfter(daysAgo(employer.organization.foundedDaysAgo), 600),
        actorId: idOf(recruiterOf(employer.organization)),
        write: () => addJobs(tx, employer),
      })),
    ),
  moments: {
    'job.created': '(select j.created_at from job j where j.id::text = e.subject_id)',
    'job.published': '(select j.published_at from job j where j.id::text = e.subject_id)',
    'job.closed': '(select j.updated_at from job j where j.id::text = e.subject_id)',
  },
})

/** All are drafted in one statement and published in the next, with the dates of the days between. */
async function addJobs(tx: Tx, employer: Employer) {
  const isOfEmployer = eq(job.organizationId, employer.organization.id)
  await tx.insert(job).values(employer.jobs.map((one) => jobColumns(one, employer)))
  await tx
    .update(job)
    .set({ status: 'published', updatedAt: sql`${job.updatedAt}` })
    .where(and(isOfEmployer, isNotNull(job.publishedAt)))
  for (const { id, status, closedDaysAgo = 0 } of employer.jobs) {
    if (status !== 'closed') continue
    await tx
      .update(job)
      .set({ status, updatedAt: daysAgo(closedDaysAgo) })
      .where(and(isOfEmployer, eq(job.id, id)))
  }
}

function jobColumns(
  sample: SampleJob & { id: string },
  { organization, currency }: Pick<Employer, 'organization' | 'currency'>,
) {
  const { publishedDaysAgo, closesInDays, salary, status, closedDaysAgo: _, ...columns } = sample
  // Jobs of one day appear at different hours, so that their order is settled.
  const at = minutesAfter(daysAgo(publishedDaysAgo), -(Bun.hash.crc32(sample.title) % 600))
  return {
    ...columns,
    organizationId: organization.id,
    slug: sampleSlug(sample.title),
    employmentType: sample.employmentType ?? ('full_time' as const),
    salaryMin: salary?.[0],
    salaryMax: salary?.[1],
    salaryCurrency: sample.salaryCurrency ?? currency,
    publishedAt: status === 'draft' ? null : at,
    closesAt: closesInDays === undefined ? null : inDays(closesInDays),
    createdAt: at,
    updatedAt: at,
  }
}

/** The same on every machine, so that a page of the sample data can be linked to. */
function sampleSlug(title: string) {
  const words = title
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return `${words}-${Bun.hash.crc32(title).toString(36).slice(0, 6)}`
}
