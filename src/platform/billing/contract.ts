import { z } from 'zod'
import { locales } from '#/i18n/locale.ts'
import { contract, inOrganization } from '#/rpc/base-contract.ts'
import { intervals } from './plans.ts'

const terms = {
  interval: z.enum(intervals).nullable(),
  /** The price of a period, in the smallest unit; it may differ from what the plan costs today. */
  price: z.object({ amount: z.number().int(), currency: z.string() }).nullable(),
  trialEndsAt: z.date().nullable(),
  renewsAt: z.date().nullable(),
  /** Set when it was cancelled: it is paid until then, and can be restored. */
  endsAt: z.date().nullable(),
}
const paidStatuses = ['trialing', 'active', 'past_due', 'unpaid'] as const

const additional = z.object({ id: z.string(), status: z.enum(paidStatuses), ...terms })
export type AdditionalSubscription = z.infer<typeof additional>

/** The plan that holds now. Without a paid subscription it is the free one of the audience. */
const standing = z.object({
  plan: z.enum(['free', 'pro', 'starter', 'team']),
  /**
   * `past_due`: a payment failed, and the plan holds while the card is tried again. `unpaid`: that
   * has failed too, so the free plan holds, but the subscription is still there to be paid.
   */
  status: z.enum(['free', ...paidStatuses]),
  ...terms,
  /** The days for which the paid plan would be free; null when the trial was used. */
  trialDays: z.number().int().nullable(),
  /** Other subscriptions that run at Stripe for the same payer; each is charged until it is ended. */
  additional: z.array(additional),
})
export type Standing = z.infer<typeof standing>

const overview = z.object({
  /** Null for a visitor. */
  mine: standing.nullable(),
  /** Those that the person runs. */
  organizations: z.array(z.object({ slug: z.string(), name: z.string(), standing })),
})
export type Overview = z.infer<typeof overview>

const planLines = z.object({
  /** Its limits, a line each, in the language of the request. */
  limits: z.array(z.string()),
  /** The same with all else that it brings. */
  gains: z.array(z.string()),
})
const allPlans = z.object({ free: planLines, pro: planLines, starter: planLines, team: planLines })
export type PlanLines = z.infer<typeof allPlans>

const planUsage = z.array(
  z.object({
    /** The name that the feature gives its limit. */
    name: z.string(),
    used: z.number().int(),
    limit: z.number().int(),
    /** The count begins anew then (UTC); null for what is there at the same time. */
    resetsAt: z.date().nullable(),
  }),
)
export type PlanUsage = z.infer<typeof planUsage>

/** The payer: the person, or an organisation that they run. */
const payer = inOrganization.partial()
/** `fresh` asks Stripe first, for somebody who comes back from its pages. */
const look = payer.extend({ fresh: z.boolean().optional() })
/** The language of the payment pages; without it they follow the browser. */
const leave = payer.extend({ locale: z.enum(locales).optional() })
const checkout = leave.extend({ interval: z.enum(intervals) })
const leaving = z.object({ url: z.url() })
const ending = payer.extend({ subscriptionId: z.string().min(1).max(60) })

const refusals = {
  /** Stripe could not be reached, or refused; nothing has changed. */
  PAYMENT_PROVIDER_FAILED: { status: 503 },
  ALREADY_SUBSCRIBED: { status: 409 },
  /** A payment failed: it is settled in the portal before anything else is bought. */
  PAYMENT_OVERDUE: { status: 409 },
  NOT_SUBSCRIBED: { status: 409 },
}
/** The subscription is the plan itself, which is cancelled instead. */
const endRefusals = { NOT_ADDITIONAL: { status: 409 } }

const ofPayer = contract.errors(refusals)
const tags = ['Billing']

export const billingContract = {
  plans: contract
    .route({ method: 'GET', path: '/plans', summary: 'What each plan allows', tags })
    .output(allPlans),
  /** For the page with the prices, which greets everybody with what they have. */
  overview: contract
    .route({ method: 'GET', path: '/billing/plans', summary: 'The plans you have', tags })
    .output(overview),
  standing: ofPayer
    .route({ method: 'GET', path: '/billing', summary: 'The plan that holds now', tags })
    .input(look)
    .output(standing),
  usage: ofPayer
    .route({ method: 'GET', path: '/billing/usage', summary: 'How much of it is used', tags })
    .input(payer)
    .output(planUsage),
  checkout: ofPayer
    .route({ method: 'POST', path: '/billing/checkout', summary: 'Start paying', tags })
    .input(checkout)
    .output(leaving),
  portal: ofPayer
    .route({ method: 'POST', path: '/billing/portal', summary: 'Open the billing portal', tags })
    .input(leave)
    .output(leaving),
  cancel: ofPayer
    .route({ method: 'POST', path: '/billing/cancel', summary: 'Cancel in the portal', tags })
    .input(leave)
    .output(leaving),
  restore: ofPayer
    .route({ method: 'POST', path: '/billing/restore', summary: 'Take back a cancellation', tags })
    .input(payer)
    .output(standing),
  endAdditional: ofPayer
    .errors(endRefusals)
    .route({
      method: 'POST',
      path: '/billing/subscriptions/{subscriptionId}/end',
      summary: 'End a second subscription at once',
      tags,
    })
    .input(ending)
    .output(standing),
}
