import { implement } from '@orpc/server'
import type { Context } from '#/rpc/context.server.ts'
import { organizationManager, organizationMember } from '#/rpc/who-may-call.server.ts'
import { manageJobsContract } from './manage-contract.ts'
import { closeJob, publishJob, removeDraft } from './publish-job.server.ts'
import { listManagedJobs, readManagedJob } from './read-managed-jobs.server.ts'
import { renderMarkdown } from './render-markdown.server.ts'
import { createJob, updateJob } from './save-job.server.ts'

const server = implement(manageJobsContract).$context<Context>()

/** What members of an organisation do with its jobs. */
export const manageJobsProcedures = {
  list: server.list
    .use(organizationMember)
    .handler(({ context, input }) => listManagedJobs(context.actor, input)),
  read: server.read
    .use(organizationMember)
    .handler(({ context, input }) => readManagedJob(context.actor, input.jobId)),
  create: server.create
    .use(organizationMember)
    .handler(({ context, input }) => createJob(context.actor, input.fields)),
  update: server.update
    .use(organizationMember)
    .handler(({ context, input }) => updateJob(context.actor, input)),
  publish: server.publish
    .use(organizationMember)
    .handler(({ context, input }) => publishJob(context.actor, input.jobId)),
  close: server.close
    .use(organizationMember)
    .handler(({ context, input }) => closeJob(context.actor, input.jobId)),
  removeDraft: server.removeDraft
    .use(organizationManager)
    .handler(({ context, input }) => removeDraft(context.actor, input.jobId)),
  preview: server.preview
    .use(organizationMember)
    .handler(({ input }) => ({ html: renderMarkdown(input.description) })),
}
