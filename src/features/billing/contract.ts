import { z } from 'zod'
import { locales } from '#/i18n/locale.ts'
import { contract, inOrganization } from '#/rpc/base-contract.ts'
import { intervals } from './plans.ts'

/** The plan that holds now. Without a paid subscription it is the free one of the audience. */
const standing = z.object({
  plan: z.enum(['free', 'pro', 'starter', 'team']),
  /**
   * `past_due`: a payment failed, and the plan holds while the card is tried again. `unpaid`: that
   * has failed too, so the free plan holds, but the subscription is still there to be paid.
   */
  status: z.enum(['free', 'trialing', 'active', 'past_due', 'unpaid']),
  interval: z.enum(intervals).nullable(),
  /** What a period costs, in the smallest unit; it may differ from what the plan costs today. */
  price: z.object({ amount: z.number().int(), currency: z.string() }).nullable(),
  trialEndsAt: z.date().nullable(),
  renewsAt: z.date().nullable(),
  /** Set when it was cancelled: it is paid until then, and can be restored. */
  endsAt: z.date().nullable(),
  /** How many days the paid plan would be free; null when the trial was used. */
  trialDays: z.number().int().nullable(),
})
export type Standing = z.infer<typeof standing>

const overview = z.object({
  /** Null for a visitor. */
  mine: standing.nullable(),
  /** Those that the person runs. */
  organizations: z.array(z.object({ slug: z.string(), name: z.string(), standing })),
})
export type Overview = z.infer<typeof overview>

const used = z.object({ used: z.number().int(), limit: z.number().int() })
const organizationUsage = z.object({
  publishedJobs: used,
  /** About its published jobs, in this calendar month (UTC). */
  candidateQuestions: used.extend({ resetsAt: z.date() }),
})
export type OrganizationUsage = z.infer<typeof organizationUsage>

/** `fresh` asks Stripe first, for somebody who comes back from its pages. */
const look = z.object({ fresh: z.boolean().optional() })
/** The language of the payment pages; without it they follow the browser. */
const leave = z.object({ locale: z.enum(locales).optional() })
const checkout = leave.extend({ interval: z.enum(intervals) })
const leaving = z.object({ url: z.url() })

const refusals = {
  /** Stripe could not be reached, or refused; nothing has changed. */
  PAYMENT_PROVIDER_FAILED: { status: 502 },
  ALREADY_SUBSCRIBED: { status: 409 },
  /** A payment failed: it is settled in the portal before anything else is bought. */
  PAYMENT_OVERDUE: { status: 409 },
  NOT_SUBSCRIBED: { status: 409 },
}

const personal = contract.errors(refusals)
const ofOrganization = contract.errors(refusals)

export const billingContract = {
  /** For the page with the prices, which greets everybody with what they have. */
  overview: contract
    .route({
      method: 'GET',
      path: '/billing/plans',
      summary: 'The plans you have',
      tags: ['Billing'],
    })
    .output(overview),
  mine: personal
    .route({ method: 'GET', path: '/billing', summary: 'Your plan', tags: ['Billing'] })
    .input(look)
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
    .input(leave)
    .output(leaving),
  cancel: personal
    .route({
      method: 'POST',
      path: '/billing/cancel',
      summary: 'Cancel in the portal',
      tags: ['Billing'],
    })
    .input(leave)
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
    .input(inOrganization.extend(look.shape))
    .output(standing),
  organizationUsage: ofOrganization
    .route({
      method: 'GET',
      path: '/organizations/{organizationSlug}/billing/usage',
      summary: 'What an organisation uses of its plan',
      tags: ['Billing'],
    })
    .input(inOrganization)
    .output(organizationUsage),
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
    .input(inOrganization.extend(leave.shape))
    .output(leaving),
  organizationCancel: ofOrganization
    .route({
      method: 'POST',
      path: '/organizations/{organizationSlug}/billing/cancel',
      summary: 'Cancel the plan of an organisation in the portal',
      tags: ['Billing'],
    })
    .input(inOrganization.extend(leave.shape))
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
