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

/** The plan and interval chosen on an earlier page; other parameters are ignored. */
export const parseIntervalSearch = ({
  interval,
}: Record<string, unknown>): { interval?: Interval } => ({
  interval: intervals.find((value) => value === interval),
})

/** The paid plan that a new organisation is to begin with, in the address of the form that creates it. */
export type NewTeamSearch = { plan?: 'team'; interval?: Interval }

export function parseNewTeamSearch(search: Record<string, unknown>): NewTeamSearch {
  const { interval } = parseIntervalSearch(search)
  // Named even when undefined: the router keeps what a page's own search does not name.
  return search.plan === 'team' && interval
    ? { plan: 'team', interval }
    : { plan: undefined, interval: undefined }
}

/** The form that creates an organisation, and leads on to the payment page of Team. */
export const newTeamPath = (interval: Interval) =>
  `/organizations/new?plan=team&interval=${interval}`

/** The pricing page shows months unless years are asked for. */
export const parsePricingSearch = (search: Record<string, unknown>): { interval?: 'year' } => ({
  interval: search.interval === 'year' ? 'year' : undefined,
})
