import { implement } from '@orpc/server'
import type { Context } from '#/rpc/context.server.ts'
import { anyone } from '#/rpc/who-may-call.server.ts'
import { jobsContract } from './contract.ts'
import { manageJobsProcedures } from './manage-procedures.server.ts'
import { readCompany } from './read-company.server.ts'
import { readJob } from './read-job.server.ts'
import { searchJobs } from './search-jobs.server.ts'

const server = implement(jobsContract).$context<Context>()

export const jobsProcedures = {
  search: server.search.use(anyone).handler(({ input }) => searchJobs(input)),
  read: server.read.use(anyone).handler(({ input }) => readJob(input.slug)),
  company: server.company.use(anyone).handler(({ input }) => readCompany(input.slug)),
  manage: manageJobsProcedures,
}
