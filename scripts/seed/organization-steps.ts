import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import { job } from '#/product/jobs/tables.ts'
import { member, organization, organizationProfile } from '#/db/schema/organizations.ts'
import type { SeededOrganization } from './organizations.ts'
import type { SeededJob } from './seeded-job.ts'
import { daysAgo, inDays, minutesAfter } from './times.ts'
import type { Step } from './tell-history.ts'

type TenantJob = SeededJob & { id: string }
/** An organisation of the sample data with the ids that it gets. */
export type Tenant = Omit<SeededOrganization, 'jobs'> & {
  id: string
  stripeCustomerId: string | null
  jobs: TenantJob[]
}
export type IdOf = (email: string) => string

/** From its first day to its last job, in the names of its members. */
export function organizationSteps(tenant: Tenant, idOf: IdOf): Step[] {
  const { id, name, slug, stripeCustomerId, about, website, location, industry } = tenant
  const founded = daysAgo(tenant.foundedDaysAgo)
  const [founder, recruiter = founder] = tenant.members
  if (!founder || !recruiter) throw new Error(`${name} has no members.`)
  return [
    {
      at: founded,
      actorId: idOf(founder.email),
      write: async (tx) => {
        await tx
          .insert(organization)
          .values({ id, name, slug, stripeCustomerId, createdAt: founded })
        await tx
          .insert(organizationProfile)
          .values({ organizationId: id, about, website, location, industry })
      },
    },
    ...tenant.members.map(({ email, role }, index): Step => {
      const createdAt = minutesAfter(founded, index * 90)
      const userId = idOf(email)
      const row = { id: Bun.randomUUIDv7(), organizationId: id, userId, role, createdAt }
      return { at: createdAt, actorId: userId, write: (tx) => tx.insert(member).values(row) }
    }),
    { at: minutesAfter(founded, 600), actorId: idOf(recruiter.email), write: addJobs(tenant) },
  ]
}

/** All are drafted in one statement and published in the next, with the dates of the days between. */
function addJobs(tenant: Tenant) {
  const isOfTenant = eq(job.organizationId, tenant.id)
  return async (tx: Tx) => {
    await tx.insert(job).values(tenant.jobs.map((seeded) => jobColumns(seeded, tenant)))
    await tx
      .update(job)
      .set({ status: 'published', updatedAt: sql`${job.updatedAt}` })
      .where(and(isOfTenant, isNotNull(job.publishedAt)))
    for (const { id, status, closedDaysAgo = 0 } of tenant.jobs) {
      if (status !== 'closed') continue
      await tx
        .update(job)
        .set({ status, updatedAt: daysAgo(closedDaysAgo) })
        .where(and(isOfTenant, eq(job.id, id)))
    }
  }
}

function jobColumns(seeded: TenantJob, tenant: Tenant) {
  const { publishedDaysAgo, closesInDays, salary, status, closedDaysAgo: _, ...columns } = seeded
  // Jobs of one day appear at different hours, so that their order is settled.
  const at = minutesAfter(daysAgo(publishedDaysAgo), -(Bun.hash.crc32(seeded.title) % 600))
  return {
    ...columns,
    organizationId: tenant.id,
    slug: seededSlug(seeded.title),
    employmentType: seeded.employmentType ?? ('full_time' as const),
    salaryMin: salary?.[0],
    salaryMax: salary?.[1],
    salaryCurrency: seeded.salaryCurrency ?? tenant.currency,
    publishedAt: status === 'draft' ? null : at,
    closesAt: closesInDays === undefined ? null : inDays(closesInDays),
    createdAt: at,
    updatedAt: at,
  }
}

/** The same on every machine, so that a page of the sample data can be linked to. */
function seededSlug(title: string) {
  const words = title
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return `${words}-${Bun.hash.crc32(title).toString(36).slice(0, 6)}`
}
