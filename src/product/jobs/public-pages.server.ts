import { desc, eq, max } from 'drizzle-orm'
import { asUser, visitor } from '#/db/access.server.ts'
import { isOpen } from './open-job.ts'
import { job } from './tables.ts'
import { organization } from '#/db/schema/organizations.ts'

/** What one sitemap may hold, by https://www.sitemaps.org/protocol.html. */
const most = 49_000

/** The board, all open jobs and the companies that have one. */
export const publicPages = () =>
  asUser(visitor, async (tx) => {
    const jobs = await tx
      .select({ slug: job.slug, changedAt: job.updatedAt })
      .from(job)
      .where(isOpen)
      .orderBy(desc(job.publishedAt), desc(job.id))
      .limit(most)
    const companies = await tx
      .select({ slug: organization.slug, changedAt: max(job.updatedAt) })
      .from(organization)
      .innerJoin(job, eq(job.organizationId, organization.id))
      .where(isOpen)
      .groupBy(organization.id, organization.slug)
      .orderBy(organization.id)
    return [
      { path: '/jobs' },
      ...jobs.map(({ slug, changedAt }) => ({
        path: `/jobs/${encodeURIComponent(slug)}`,
        changedAt,
      })),
      ...companies.map(({ slug, changedAt }) => ({
        path: `/companies/${encodeURIComponent(slug)}`,
        changedAt,
      })),
    ]
  })
