/**
 * The plans, as data, in one place: who they are for and what they cost. What they allow, the features
 * say (limit.ts). The amounts
 * (smallest unit of the currency) are written to Stripe by `bun run stripe:prices`, where checkout
 * finds them by their lookup key.
 */
export const currency = 'eur'
export const intervals = ['month', 'year'] as const
export type Interval = (typeof intervals)[number]

export const plans = {
  free: { audience: 'person' },
  pro: {
    audience: 'person',
    trialDays: 7,
    prices: {
      month: { lookupKey: 'pro_month', amount: 1200 },
      year: { lookupKey: 'pro_year', amount: 12000 },
    },
  },
  starter: { audience: 'organization' },
  team: {
    audience: 'organization',
    trialDays: 14,
    prices: {
      month: { lookupKey: 'team_month', amount: 4900 },
      year: { lookupKey: 'team_year', amount: 49000 },
    },
  },
} as const

export type Plan = keyof typeof plans
export type PaidPlan = 'pro' | 'team'
