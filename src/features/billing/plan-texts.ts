import { m } from '#/i18n/messages.ts'
import { formatMoney, formatNumber } from '#/ui/format-number.ts'
import { currency, type Interval, type Plan, plans } from './plans.ts'

const names = {
  free: m.billing_plan_free,
  pro: m.billing_plan_pro,
  starter: m.billing_plan_starter,
  team: m.billing_plan_team,
}
export const planName = (plan: Plan) => names[plan]()

/** What a plan allows, a line each. */
export function gainsOf(plan: Plan): string[] {
  const data = plans[plan]
  if (data.audience === 'person') {
    const { cvReviewsPerMonth, chatMessagesPerDay } = data.limits
    return [
      m.billing_gain_reviews({ count: formatNumber(cvReviewsPerMonth) }),
      m.billing_gain_questions({ count: formatNumber(chatMessagesPerDay) }),
      m.billing_gain_apply(),
    ]
  }
  return [
    m.billing_gain_jobs({ count: formatNumber(data.limits.publishedJobs) }),
    m.billing_gain_candidate_questions({
      count: formatNumber(data.limits.candidateQuestionsPerMonth),
    }),
    m.billing_gain_applications(),
    m.billing_gain_members(),
  ]
}

type Price = { amount: number; currency: string }

/** "€12 a month". */
export function priceText(price: Price, interval: Interval): string {
  const money = formatMoney(price.amount, price.currency)
  return interval === 'year'
    ? m.billing_price_year({ price: money })
    : m.billing_price_month({ price: money })
}

/** What a plan costs who subscribes today. */
export const priceOf = (plan: 'pro' | 'team', interval: Interval): Price => ({
  amount: plans[plan].prices[interval].amount,
  currency,
})

/** How many months of a year are not paid for when it is paid at once; 0 when it is no whole one. */
export function monthsFree(plan: 'pro' | 'team'): number {
  const { month, year } = plans[plan].prices
  const paid = year.amount / month.amount
  return Number.isInteger(paid) ? 12 - paid : 0
}
