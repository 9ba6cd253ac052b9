import { z } from 'zod'
import { contract, inOrganization } from '#/rpc/base-contract.ts'
import { intervals } from './plans.ts'

/** The plan that holds now. Without a paid subscription it is the free one of the audience. */
const standing = z.object({
  plan: z.enum(['free', 'pro', 'starter', 'team']),
  status: z.enum(['free', 'trialing', 'active', 'past_due']),
  interval: z.enum(intervals).nullable(),
  trialEndsAt: z.date().nullable(),
  renewsAt: z.date().nullable(),
  /** Set when it was cancelled: it is paid until then, and can be restored. */
  endsAt: z.date().nullable(),
})
export type Standing = z.infer<typeof standing>

const checkout = z.object({ interval: z.enum(intervals) })
const leaving = z.object({ url: z.url() })

const refusals = {
  /** Stripe could not be reached, or refused; nothing has changed. */
  PAYMENT_PROVIDER_FAILED: { status: 502 },
  ALREADY_SUBSCRIBED: { status: 409 },
  NOT_SUBSCRIBED: { status: 409 },
}

const personal = contract.errors(refusals)
const ofOrganization = contract.errors(refusals)

export const billingContract = {
  mine: personal
    .route({ method: 'GET', path: '/billing', summary: 'Your plan', tags: ['Billing'] })
    .output(standing),
  checkout: personal
    .route({
      method: 'POST',
      path: '/billing/checkout',
      summary: 'Start paying for Pro',
      tags: ['Billing'],
    })
    .input(checkout)
    .output(leaving),
  portal: personal
    .route({
      method: 'POST',
      path: '/billing/portal',
      summary: 'Open the billing portal',
      tags: ['Billing'],
    })
    .output(leaving),
  cancel: personal
    .route({
      method: 'POST',
      path: '/billing/cancel',
      summary: 'Cancel in the portal',
      tags: ['Billing'],
    })
    .output(leaving),
  restore: personal
    .route({
      method: 'POST',
      path: '/billing/restore',
      summary: 'Take back a cancellation',
      tags: ['Billing'],
    })
    .output(standing),

  ofOrganization: ofOrganization
    .route({
      method: 'GET',
      path: '/organizations/{organizationSlug}/billing',
      summary: 'The plan of an organisation',
      tags: ['Billing'],
    })
    .input(inOrganization)
    .output(standing),
  organizationCheckout: ofOrganization
    .route({
      method: 'POST',
      path: '/organizations/{organizationSlug}/billing/checkout',
      summary: 'Start paying for Team',
      tags: ['Billing'],
    })
    .input(inOrganization.extend(checkout.shape))
    .output(leaving),
  organizationPortal: ofOrganization
    .route({
      method: 'POST',
      path: '/organizations/{organizationSlug}/billing/portal',
      summary: 'Open the billing portal of an organisation',
      tags: ['Billing'],
    })
    .input(inOrganization)
    .output(leaving),
  organizationCancel: ofOrganization
    .route({
      method: 'POST',
      path: '/organizations/{organizationSlug}/billing/cancel',
      summary: 'Cancel the plan of an organisation in the portal',
      tags: ['Billing'],
    })
    .input(inOrganization)
    .output(leaving),
  organizationRestore: ofOrganization
    .route({
      method: 'POST',
      path: '/organizations/{organizationSlug}/billing/restore',
      summary: 'Take back the cancellation of an organisation',
      tags: ['Billing'],
    })
    .input(inOrganization)
    .output(standing),
}
