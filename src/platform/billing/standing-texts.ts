import { m } from '#/i18n/messages.ts'
import { formatDate } from '#/ui/format-date.ts'
import type { Standing } from './contract.ts'
import { priceOf, priceText } from './price-texts.ts'
import { type Interval, type PaidPlan, plans } from './plans.ts'

/** While payments have stopped the free plan holds, but the paid one is still what is cancelled. */
export const paidPlanOf = ({ plan }: Standing): PaidPlan =>
  plans[plan].audience === 'person' ? 'pro' : 'team'

/** "Free until 27 Nov 2026, then €12 a month." */
export function describeStanding(standing: Standing): string {
  const { status, endsAt, trialEndsAt, renewsAt } = standing
  const price = standingPrice(standing)
  // In UTC, as Stripe's own pages and invoices have it.
  const date = (value: Date) => formatDate(value, 'date', 'UTC')
  if (status === 'free') return m.billing_now_free()
  if (status === 'unpaid') return m.billing_now_unpaid()
  if (status === 'past_due') return m.billing_now_past_due({ price })
  if (endsAt) {
    return status === 'trialing'
      ? m.billing_now_trial_ends({ date: date(endsAt) })
      : m.billing_now_ends({ date: date(endsAt) })
  }
  if (trialEndsAt) return m.billing_now_trialing({ date: date(trialEndsAt), price })
  return renewsAt ? m.billing_now_active({ date: date(renewsAt), price }) : price
}

/** "7 days free, then €12 a month. …", or the price from today where no trial is left. */
export function offerText(plan: PaidPlan, interval: Interval, trialDays: number | null): string {
  const price = priceText(priceOf(plan, interval), interval)
  return trialDays === null
    ? m.billing_offer_now({ price })
    : m.billing_offer_trial_then({ days: trialDays, price })
}

/** What the subscription costs; what the plan costs, until Stripe has told. */
export function standingPrice(standing: Standing): string {
  const { price, interval } = standing
  const every = interval ?? 'month'
  return priceText(price ?? priceOf(paidPlanOf(standing), every), every)
}
