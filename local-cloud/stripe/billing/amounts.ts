import type { Price, Recurring, RecurringPrice } from '../wire-objects.ts'

/** The cost of `quantity` of a price for one interval, in the currency's smallest unit. */
export function priceAmount(price: Price, quantity: number): number {
  return price.unit_amount * quantity
}

/** `formatAmount(2900, 'eur')` is "€29.00"; currencies without decimals keep theirs: "¥2,900". */
export function formatAmount(amount: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(amount / 10 ** digits).replace('-', '−')
}

/** "27 November 2026", or "27 Nov 2026"; in UTC, as Stripe counts days. */
export function formatDate(unixSeconds: number, dateStyle: 'long' | 'medium' = 'long'): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle, timeZone: 'UTC' }).format(
    unixSeconds * 1_000,
  )
}

/** "a month", "every 3 months". */
export function formatInterval({ interval, interval_count: count }: Recurring): string {
  return count === 1 ? `a ${interval}` : `every ${count} ${interval}s`
}

/** The price of lines of one currency, by interval: "€490.00 a year and €18.00 a month". */
export function formatRates(lines: { price: RecurringPrice; quantity: number }[]): string {
  const byInterval = Map.groupBy(lines, ({ price }) => formatInterval(price.recurring))
  return [...byInterval]
    .map(([interval, group]) => {
      const amount = group.reduce((sum, line) => sum + priceAmount(line.price, line.quantity), 0)
      return `${formatAmount(amount, group[0]?.price.currency ?? 'usd')} ${interval}`
    })
    .join(' and ')
}

/**
 * The anchor's day of the month where there is one, otherwise the month's last: a month
 * after 31 January is 28 February, and, anchored on the 31st, the next is 31 March.
 */
export function addInterval(
  unixSeconds: number,
  recurring: Recurring,
  anchor: number = unixSeconds,
): number {
  const { interval, interval_count: count } = recurring
  if (interval === 'day') return unixSeconds + count * 86_400
  if (interval === 'week') return unixSeconds + count * 7 * 86_400
  const date = new Date(unixSeconds * 1_000)
  const day = new Date(anchor * 1_000).getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + count * (interval === 'year' ? 12 : 1))
  const daysInMonth = new Date(
    Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0),
  ).getUTCDate()
  date.setUTCDate(Math.min(day, daysInMonth))
  return date.getTime() / 1_000
}
