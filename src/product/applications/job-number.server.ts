import { sql } from 'drizzle-orm'
import { job } from '#/product/jobs/tables.ts'
import { application } from './tables.ts'

const ofJob = sql`${application.organizationId} = ${job.organizationId} and ${application.jobId} = ${job.id}`

/** The applications for a job, and those that no recruiter has moved yet. */
export const countApplications = {
  count: sql<number>`(select count(*)::int from ${application} where ${ofJob})`,
  unseen: sql<number>`(select count(*)::int from ${application} where ${ofJob} and ${application.status} = 'new')`,
}
