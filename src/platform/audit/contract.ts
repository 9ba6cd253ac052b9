import { z } from 'zod'
import { contract, inOrganization } from '#/rpc/base-contract.ts'

const day = z.iso.date()

/** What is absent is not asked for. Days are those of UTC, both included. */
export const trailFilter = z.object({
  /** A kind of event; there is nothing of one that no feature knows. */
  group: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional(),
  /** Who did it; for the whole site also whom it was done to. */
  person: z.string().max(64).optional(),
  from: day.optional(),
  until: day.optional(),
})
export type TrailFilter = z.infer<typeof trailFilter>

/** One page, the newest first: those older than an event, or newer than one. */
const trailInput = trailFilter.extend({ older: z.uuid().optional(), newer: z.uuid().optional() })
export type TrailInput = z.infer<typeof trailInput>

/** `name` is null when there is nobody with this id any more. */
const named = z.object({ id: z.string(), name: z.string().nullable() })
export type Named = z.infer<typeof named>

const fields = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .nullable()
export type Fields = z.infer<typeof fields>

const trailEvent = z.object({
  id: z.string(),
  sequence: z.number().int(),
  occurredAt: z.date(),
  /** A noun and what became of it, `job.published`. */
  action: z.string(),
  /** Null for a webhook, a job, or a link from a mail. */
  actor: named.nullable(),
  /** The platform admin who acted as that person. */
  impersonator: named.nullable(),
  subject: named.extend({ type: z.string() }),
  /** Null for what concerns the site. */
  organization: named.nullable(),
  address: z.string().nullable(),
  userAgent: z.string().nullable(),
  before: fields,
  after: fields,
})
export type TrailEvent = z.infer<typeof trailEvent>

const trail = z.object({
  events: z.array(trailEvent),
  /** The ids that lead to the pages beside this one. */
  older: z.string().nullable(),
  newer: z.string().nullable(),
  /** Those who have done something, for the filter. */
  people: z.array(named),
})
export type Trail = z.infer<typeof trail>

/** The newest of them; a shorter time gives the others. */
export const exportLimit = 50_000

export const auditContract = {
  trail: contract
    .route({
      method: 'GET',
      path: '/organizations/{organizationSlug}/audit',
      summary: 'What happened in an organisation',
      tags: ['Organisations'],
    })
    .input(inOrganization.extend(trailInput.shape))
    .output(trail),

  wholeTrail: contract
    .route({
      method: 'GET',
      path: '/admin/audit',
      summary: 'What happened on the site',
      tags: ['Administration'],
    })
    .input(trailInput)
    .output(trail),
}
