import { performs } from '#/adapters/define-job.ts'
import { forgetVisitors } from './forget-visitors.server.ts'
import { forgetVisitorsJob } from './jobs.server.ts'

export const name = 'chat'
export { chatContract as contract } from './contract.ts'
export { chatProcedures as procedures } from './procedures.server.ts'
export { chatApi as api } from './chat-api.server.ts'
export { chatPlugin as authPlugin } from './auth-plugin.server.ts'
export { eraseOrganization } from './erase-organization.server.ts'
export { shutDownChat as shutDown } from './shut-down.server.ts'
export const jobs = [performs(forgetVisitorsJob, forgetVisitors)]
