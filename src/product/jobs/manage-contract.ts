import { z } from 'zod'
import { contract, inOrganization, moment } from '#/rpc/base-contract.ts'
import { jobFields, neededToPublish } from './job-fields.ts'
import { jobOrders } from './job-orders.ts'
import { jobStatuses } from './job-statuses.ts'

const status = z.enum(jobStatuses)
export type JobStatus = z.infer<typeof status>

/** The number of something that belongs to a job, and how many nobody has seen yet. */
const jobNumber = z.object({ count: z.number().int(), unseen: z.number().int() })
export type JobNumber = z.infer<typeof jobNumber>

const managedJob = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  status,
  department: z.string(),
  location: z.string(),
  publishedAt: z.date().nullable(),
  updatedAt: z.date(),
  closesAt: z.date().nullable(),
  /** Numbers by the names of job-numbers.ts. */
  numbers: z.record(z.string(), jobNumber),
})
export type ManagedJob = z.infer<typeof managedJob>

const managedJobs = z.object({
  jobs: z.array(managedJob),
  counts: z.object({
    draft: z.number().int(),
    published: z.number().int(),
    closed: z.number().int(),
  }),
  /** How many the plan lets be published at the same time. */
  publishedLimit: z.number().int(),
  plan: z.enum(['starter', 'team']),
})
export type ManagedJobs = z.infer<typeof managedJobs>

const editedJob = managedJob.extend({
  fields: jobFields,
})
export type EditedJob = z.infer<typeof editedJob>

const tags = ['Recruiting']
const oneJob = inOrganization.extend({ jobId: z.uuid() })
const stale = {
  /** Somebody else saved since this copy was read. */
  JOB_CHANGED: { status: 409 },
}
const publishing = {
  JOB_INCOMPLETE: { status: 422, data: z.object({ missing: z.array(z.enum(neededToPublish)) }) },
  PUBLISHED_JOBS_LIMIT_REACHED: { status: 402, data: z.object({ limit: z.number().int() }) },
}
const incomplete = { JOB_INCOMPLETE: publishing.JOB_INCOMPLETE }
const path = '/organizations/{organizationSlug}/jobs' as const

export const manageJobsContract = {
  list: contract
    .route({ method: 'GET', path, summary: 'List the jobs of an organisation', tags })
    .input(inOrganization.extend({ status: status.optional(), sort: z.enum(jobOrders).optional() }))
    .output(managedJobs),

  read: contract
    .route({ method: 'GET', path: `${path}/{jobId}`, summary: 'Read a job to edit it', tags })
    .input(oneJob)
    .output(editedJob),

  create: contract
    .route({ method: 'POST', path, summary: 'Save a new draft', tags })
    .input(inOrganization.extend({ fields: jobFields }))
    .output(z.object({ jobId: z.uuid() })),

  /** A published job must stay complete. */
  update: contract
    .route({ method: 'PUT', path: `${path}/{jobId}`, summary: 'Save a job', tags })
    .input(oneJob.extend({ fields: jobFields, updatedAt: moment }))
    .output(z.object({ updatedAt: z.date() }))
    .errors({ ...stale, ...incomplete }),

  /** A draft, or a closed one again. */
  publish: contract
    .route({ method: 'POST', path: `${path}/{jobId}/publish`, summary: 'Publish a job', tags })
    .input(oneJob)
    .output(z.object({ slug: z.string() }))
    .errors(publishing),

  close: contract
    .route({ method: 'POST', path: `${path}/{jobId}/close`, summary: 'Close a job', tags })
    .input(oneJob),

  removeDraft: contract
    .route({ method: 'DELETE', path: `${path}/{jobId}`, summary: 'Delete a draft', tags })
    .input(oneJob)
    .errors({ NOT_A_DRAFT: { status: 409 } }),

  preview: contract
    .route({
      method: 'POST',
      path: `${path}/preview`,
      summary: 'Show a description as readers will see it',
      tags,
    })
    .input(inOrganization.extend({ description: z.string().max(20_000) }))
    .output(z.object({ html: z.string() })),
}
