import { and, count, eq, inArray, type SQL } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import { application } from './tables.ts'

const countApplications = (which?: SQL) => (tx: Tx, organizationIds: string[]) =>
  tx
    .select({ organizationId: application.organizationId, number: count() })
    .from(application)
    .where(and(inArray(application.organizationId, organizationIds), which))
    .groupBy(application.organizationId)

export const organizationNumbers = {
  applications: countApplications(),
  new_applications: countApplications(eq(application.status, 'new')),
}
