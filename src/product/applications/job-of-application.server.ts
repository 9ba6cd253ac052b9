import { eq, inArray, type SQL } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { isOpenRow } from '#/product/jobs/open-job.ts'
import { job } from '#/product/jobs/tables.ts'
import { organization } from '#/db/schema/organizations.ts'

async function readJobs(reason: string, where: SQL) {
  const rows = await asSystem(reason, (tx) =>
    tx
      .select({
        id: job.id,
        organizationId: job.organizationId,
        slug: job.slug,
        title: job.title,
        company: organization.name,
        status: job.status,
        publishedAt: job.publishedAt,
        closesAt: job.closesAt,
      })
      .from(job)
      .innerJoin(organization, eq(organization.id, job.organizationId))
      .where(where),
  )
  return rows.map(({ status, closesAt, publishedAt, ...row }) => ({
    ...row,
    isOpen: isOpenRow({ status, closesAt }),
    wasPublic: publishedAt !== null && status !== 'draft',
  }))
}

/** Of applications that were read as their candidate: a closed job is not public any more. */
export const readJobsAppliedFor = (ids: string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : readJobs('applications: name the jobs that a candidate applied for', inArray(job.id, ids))

/** To tell a closed job from one that never was public; null for the latter. */
export async function findPublicJob(slug: string) {
  const [found] = await readJobs('applications: tell a closed job', eq(job.slug, slug))
  return found?.wasPublic ? found : null
}
