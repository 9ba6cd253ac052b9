/**
 * The plans, as data: what they cost is in Stripe (found by lookup key and written there by
 * `bun run stripe:prices`), what they allow is here.
 */
export const plans = {
  free: { audience: 'person', limits: { cvReviewsPerMonth: 3, chatMessagesPerDay: 20 } },
  pro: {
    audience: 'person',
    limits: { cvReviewsPerMonth: 50, chatMessagesPerDay: 300 },
    trialDays: 7,
    prices: {
      month: { lookupKey: 'pro_month', amount: 1200, currency: 'eur' },
      year: { lookupKey: 'pro_year', amount: 12000, currency: 'eur' },
    },
  },
  team: {
    audience: 'organization',
    limits: { publishedJobs: 50 },
    trialDays: 14,
    prices: {
      month: { lookupKey: 'team_month', amount: 4900, currency: 'eur' },
      year: { lookupKey: 'team_year', amount: 49000, currency: 'eur' },
    },
    seat: { lookupKey: 'team_seat_month', amount: 900, currency: 'eur' },
  },
} as const
