import { z } from 'zod'
import { storedFile } from '#/platform/files/contract.ts'
import { locales } from '#/i18n/locale.ts'
import { contract, inOrganization } from '#/rpc/base-contract.ts'
import { mailedStatuses, openStatuses, statuses } from './application-statuses.ts'
import { pipelineOrders } from './pipeline-order.ts'
import { applicationFields } from './application-fields.ts'

const status = z.enum(statuses)
const jobSlug = z.string().min(1).max(200)

const jobOfApplication = z.object({
  id: z.string(),
  slug: z.string(),
  title: z.string(),
  company: z.string(),
  isOpen: z.boolean(),
})

const applyForm = z.object({
  job: jobOfApplication,
  applicant: z.object({ name: z.string(), email: z.string() }),
  /** The person has applied already. */
  existing: z.object({ id: z.string(), status, createdAt: z.date() }).nullable(),
  /** Own CVs, the newest first. */
  cvs: z.array(storedFile),
})
export type ApplyForm = z.infer<typeof applyForm>

const ownApplication = z.object({
  id: z.string(),
  status,
  job: jobOfApplication,
  createdAt: z.date(),
  updatedAt: z.date(),
})
export type OwnApplication = z.infer<typeof ownApplication>

const step = z.object({
  id: z.string(),
  from: status.nullable(),
  to: status,
  at: z.date(),
})

const ownApplicationDetail = ownApplication.extend({
  name: z.string(),
  email: z.string(),
  coverNote: z.string(),
  file: storedFile,
  steps: z.array(step),
})
export type OwnApplicationDetail = z.infer<typeof ownApplicationDetail>

const receivedApplication = z.object({
  id: z.string(),
  status,
  name: z.string(),
  email: z.string(),
  job: z.object({ id: z.string(), title: z.string() }),
  /** Null when no feature knows one (scores.server.ts). */
  score: z.number().int().nullable(),
  createdAt: z.date(),
})
export type ReceivedApplication = z.infer<typeof receivedApplication>

const pipeline = z.object({
  applications: z.array(receivedApplication),
  /** Without the filter by status, so that each tab shows its number. */
  counts: z.record(status, z.number().int()),
  jobs: z.array(z.object({ id: z.string(), title: z.string() })),
  page: z.number().int(),
  pageCount: z.number().int(),
})
export type Pipeline = z.infer<typeof pipeline>

/** The board shows this many of each status; the rest are in the list. */
export const cardsPerColumn = 20

const board = pipeline.pick({ counts: true, jobs: true }).extend({
  columns: z.record(z.enum(openStatuses), z.array(receivedApplication)),
})
export type Board = z.infer<typeof board>

const receivedApplicationDetail = receivedApplication.extend({
  coverNote: z.string(),
  /** Null once the candidate has withdrawn: the CV is theirs again. */
  file: storedFile.nullable(),
  job: z.object({ id: z.string(), title: z.string(), slug: z.string() }),
  steps: z.array(
    step.extend({
      /** Null for somebody who is not in the organisation any more. */
      actor: z.object({ kind: z.enum(['candidate', 'colleague']), name: z.string().nullable() }),
    }),
  ),
  /** Beside it in the list that was asked for, even if it is no longer in there itself. */
  previousId: z.string().nullable(),
  nextId: z.string().nullable(),
})
export type ReceivedApplicationDetail = z.infer<typeof receivedApplicationDetail>

/** In the language of the candidate. */
const mailOfMove = z.object({ locale: z.enum(locales), subject: z.string(), text: z.string() })
export type MailOfMove = z.infer<typeof mailOfMove>

const mine = ['Applications']
const recruiting = ['Recruiting']
const oneOfMine = z.object({ applicationId: z.uuid() })
const oneReceived = inOrganization.extend({ applicationId: z.uuid() })
const filters = inOrganization.extend({
  jobId: z.uuid().optional(),
  q: z.string().max(100).optional(),
  sort: z.enum(pipelineOrders).optional(),
})
const closed = { JOB_CLOSED: { status: 410 } }
const moved = {
  /** It has another status than the caller thinks. */
  STATUS_CHANGED: { status: 409, data: z.object({ status }) },
}

const mailPreferences = z.object({ newApplications: z.boolean() })
export type MailPreferences = z.infer<typeof mailPreferences>

export const applicationsContract = {
  /** Mails to the person as a recruiter; on by default. */
  mailPreferences: contract
    .route({
      method: 'GET',
      path: '/me/mails',
      summary: 'Read which mails you get',
      tags: recruiting,
    })
    .output(mailPreferences),

  changeMailPreferences: contract
    .route({
      method: 'PUT',
      path: '/me/mails',
      summary: 'Choose which mails you get',
      tags: recruiting,
    })
    .input(mailPreferences),

  form: contract
    .route({
      method: 'GET',
      path: '/jobs/{jobSlug}/application',
      summary: 'What is needed to apply for a job',
      tags: mine,
    })
    .input(z.object({ jobSlug }))
    .output(applyForm)
    .errors(closed),

  /** Once for each job. */
  apply: contract
    .route({
      method: 'POST',
      path: '/jobs/{jobSlug}/application',
      summary: 'Apply for a job',
      tags: mine,
    })
    .input(z.object({ jobSlug }).extend(applicationFields.shape))
    .output(z.object({ applicationId: z.uuid() }))
    .errors({
      ...closed,
      ALREADY_APPLIED: { status: 409, data: z.object({ applicationId: z.string() }) },
      /** It is not a usable file of the person's own. */
      CV_NOT_FOUND: { status: 422 },
    }),

  mine: contract
    .route({ method: 'GET', path: '/applications', summary: 'List your applications', tags: mine })
    .output(z.array(ownApplication)),

  read: contract
    .route({
      method: 'GET',
      path: '/applications/{applicationId}',
      summary: 'Read one of your applications',
      tags: mine,
    })
    .input(oneOfMine)
    .output(ownApplicationDetail),

  withdraw: contract
    .route({
      method: 'POST',
      path: '/applications/{applicationId}/withdraw',
      summary: 'Withdraw an application',
      tags: mine,
    })
    .input(oneOfMine)
    .errors({ ALREADY_DECIDED: { status: 409 } }),

  pipeline: contract
    .route({
      method: 'GET',
      path: '/organizations/{organizationSlug}/applications',
      summary: 'List the applications to an organisation',
      tags: recruiting,
    })
    .input(
      filters.extend({
        status: status.optional(),
        page: z.coerce.number().int().positive().max(10_000).optional(),
      }),
    )
    .output(pipeline),

  board: contract
    .route({
      method: 'GET',
      path: '/organizations/{organizationSlug}/applications-board',
      summary: 'The open applications to an organisation, by status',
      tags: recruiting,
    })
    .input(filters)
    .output(board),

  readReceived: contract
    .route({
      method: 'GET',
      path: '/organizations/{organizationSlug}/applications/{applicationId}',
      summary: 'Read an application to an organisation',
      tags: recruiting,
    })
    .input(filters.extend({ applicationId: z.uuid(), status: status.optional() }))
    .output(receivedApplicationDetail),

  mailOfMove: contract
    .route({
      method: 'GET',
      path: '/organizations/{organizationSlug}/applications/{applicationId}/mails/{to}',
      summary: 'Read the mail that the candidate gets when their application is moved',
      tags: recruiting,
    })
    .input(oneReceived.extend({ to: z.enum(mailedStatuses) }))
    .output(mailOfMove),

  move: contract
    .route({
      method: 'POST',
      path: '/organizations/{organizationSlug}/applications/{applicationId}/move',
      summary: 'Move an application to another status',
      tags: recruiting,
    })
    .input(oneReceived.extend({ from: status, to: status.exclude(['withdrawn']) }))
    .errors(moved),
}
