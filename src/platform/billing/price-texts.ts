import { m } from '#/i18n/messages.ts'
import { formatMoney } from '#/ui/format-number.ts'
import { currency, type Interval, plans } from './plans.ts'

type Price = { amount: number; currency: string }

/** "€12 a month". */
export function priceText(price: Price, interval: Interval): string {
  const money = formatMoney(price.amount, price.currency)
  return interval === 'year'
    ? m.billing_price_year({ price: money })
    : m.billing_price_month({ price: money })
}

/** The price of a plan for who subscribes today. */
export const priceOf = (plan: 'pro' | 'team', interval: Interval): Price => ({
  amount: plans[plan].prices[interval].amount,
  currency,
})

/** The months of a year that are not paid for when it is paid at once; 0 when it is no whole one. */
export function monthsFree(plan: 'pro' | 'team'): number {
  const { month, year } = plans[plan].prices
  const paid = year.amount / month.amount
  return Number.isInteger(paid) ? 12 - paid : 0
}
