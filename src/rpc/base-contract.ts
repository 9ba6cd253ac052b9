import { oc } from '@orpc/contract'
import { z } from 'zod'

/** The refusals that any procedure may answer with; each feature's contract adds its own. */
export const contract = oc.errors({
  UNAUTHORIZED: { status: 401 },
  FORBIDDEN: { status: 403 },
  NOT_FOUND: { status: 404 },
  RATE_LIMITED: { status: 429, data: z.object({ retryAfterSeconds: z.number().int() }) },
  /** A server that we depend on did not answer in time; the same call may work soon. */
  UNAVAILABLE: {
    status: 503,
    message: 'Part of the service is not answering. Try again after Retry-After.',
    data: z.object({
      retryAfterSeconds: z.number().int(),
      /** The call may have had its effect: look before you repeat it. */
      outcomeUnknown: z.boolean().optional(),
    }),
  },
})

/** Names the tenant in whose name a call is made; it comes from the URL of the page. */
export const inOrganization = z.object({ organizationSlug: z.string().min(1).max(60) })

/** A moment, also as plain JSON writes it. */
export const moment = z.union([
  z.date(),
  z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
])
