import { oc } from '@orpc/contract'
import { z } from 'zod'

/** The refusals that any procedure may answer with; each feature's contract adds its own. */
export const contract = oc.errors({
  UNAUTHORIZED: { status: 401 },
  FORBIDDEN: { status: 403 },
  NOT_FOUND: { status: 404 },
  RATE_LIMITED: { status: 429, data: z.object({ retryAfterSeconds: z.number().int() }) },
})

/** Names the tenant in whose name a call is made; it comes from the URL of the page. */
export const inOrganization = z.object({ organizationSlug: z.string().min(1).max(60) })
