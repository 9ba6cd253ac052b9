import { z } from 'zod'
import { contract, inOrganization } from '#/rpc/base-contract.ts'

export const membership = z.object({
  organizationId: z.string(),
  name: z.string(),
  slug: z.string(),
  role: z.enum(['owner', 'admin', 'member']),
})
export type Membership = z.infer<typeof membership>

export const organizationsContract = {
  /** How the person who asks belongs to the organisation of the URL; NOT_FOUND for a stranger. */
  membership: contract
    .route({
      method: 'GET',
      path: '/organizations/{organizationSlug}/membership',
      summary: 'Your role in an organisation',
      tags: ['Organisations'],
    })
    .input(inOrganization)
    .output(membership),
}
