import { and, count, eq, inArray, type SQL } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import { job } from './tables.ts'
import { organization } from '#/db/schema/organizations.ts'
import { hasCompanyPage, isOpen } from './open-job.ts'

const countJobs = (which?: SQL) => (tx: Tx, organizationIds: string[]) =>
  tx
    .select({ organizationId: job.organizationId, number: count() })
    .from(job)
    .where(and(inArray(job.organizationId, organizationIds), which))
    .groupBy(job.organizationId)

export const organizationNumbers = { jobs: countJobs(), open_jobs: countJobs(isOpen) }

export async function organizationPages(tx: Tx, organizationIds: string[]): Promise<string[]> {
  const found = await tx
    .select({ id: organization.id })
    .from(organization)
    .where(and(inArray(organization.id, organizationIds), eq(hasCompanyPage, true)))
  return found.map(({ id }) => id)
}
