import { features } from '#/features.ts'
import { m } from '#/i18n/messages.ts'
import { formatMoney, formatNumber } from '#/ui/format-number.ts'
import { allowedBy } from './limit.ts'
import { currency, type Interval, type Plan, plans } from './plans.ts'

const limits = features.flatMap((feature) => feature.limits ?? [])
const gains = features.flatMap((feature) => feature.gains ?? [])

type Line = { order: number; text: string }
const inOrder = (lines: Line[]) =>
  lines.toSorted((one, other) => one.order - other.order).map(({ text }) => text)

const countedIn = (plan: Plan): Line[] =>
  limits.flatMap((limit) => {
    const allowed = allowedBy(plan, limit)
    if (allowed === undefined) return []
    return { order: limit.order, text: limit.words.gain({ count: formatNumber(allowed) }) }
  })

/** The limits of a plan, a line each. */
export const limitsOf = (plan: Plan): string[] => inOrder(countedIn(plan))

/** The limits of a plan and all else that it brings, a line each. */
export function gainsOf(plan: Plan): string[] {
  const others = gains
    .filter(({ of }) => of === plans[plan].audience)
    .map(({ order, label }) => ({ order, text: label() }))
  return inOrder([...countedIn(plan), ...others])
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
