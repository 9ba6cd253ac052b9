import { count, countDistinct } from 'drizzle-orm'
import { asUser, visitor } from '#/db/access.server.ts'
import { isOpen } from '#/product/jobs/open-job.ts'
import { job } from '#/product/jobs/tables.ts'
import { listJobs } from '#/product/jobs/listed-job.server.ts'
import type { LandingFacts } from './contract.ts'

const jobsShown = 6

/** What the landing page says about the board, from the board. */
export const readLandingFacts = (): Promise<LandingFacts> =>
  asUser(visitor, async (tx) => {
    const [figures] = await tx
      .select({
        jobs: count(),
        companies: countDistinct(job.organizationId),
        countries: countDistinct(job.country),
        withSalary: count(job.salaryMax),
      })
      .from(job)
      .where(isOpen)
    return {
      figures: figures ?? { jobs: 0, companies: 0, countries: 0, withSalary: 0 },
      jobs: await listJobs(tx, { limit: jobsShown }),
    }
  })
