import { type Interval, intervals } from './plans.ts'

/** How somebody came back from Stripe: paid, left the payment page, or back from the portal. */
const returns = ['done', 'left', 'back'] as const
export type Return = (typeof returns)[number]

/** `interval` is what somebody chose before they came here. */
export type BillingSearch = { checkout?: Return; interval?: Interval }

export const parseBillingSearch = (search: Record<string, unknown>): BillingSearch => ({
  checkout: returns.find((value) => value === search.checkout),
  interval: intervals.find((value) => value === search.interval),
})

/** The pricing page shows months unless years are asked for. */
export const parsePricingSearch = (search: Record<string, unknown>): { interval?: 'year' } =>
  search.interval === 'year' ? { interval: 'year' } : {}
