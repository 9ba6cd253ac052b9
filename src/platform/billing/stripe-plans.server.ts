import type { StripePlan } from '@better-auth/stripe'
import { type PaidPlan, plans } from './plans.ts'

const paidPlan = (name: PaidPlan): StripePlan => {
  const { prices, trialDays } = plans[name]
  return {
    name,
    lookupKey: prices.month.lookupKey,
    annualDiscountLookupKey: prices.year.lookupKey,
    freeTrial: { days: trialDays },
  }
}

/** The plans as the auth engine's Stripe plugin wants them. */
export const stripePlans: StripePlan[] = [paidPlan('pro'), paidPlan('team')]

const keys = (Object.keys(plans) as (keyof typeof plans)[]).flatMap((plan) => {
  const data = plans[plan]
  return 'prices' in data
    ? Object.values(data.prices).map(({ lookupKey }) => ({ plan, lookupKey }))
    : []
})

/** Which of our plans a price in Stripe belongs to. */
export const planOfPrice = (lookupKey: string | null) =>
  keys.find((key) => key.lookupKey === lookupKey)?.plan
