import { formatMoney } from './format-number.ts'

/** `amount` in the currency's smallest unit, as Stripe counts: 4900 eur is €49. */
export function Money({
  amount,
  currency,
  className,
}: {
  amount: number
  currency: string
  className?: string
}) {
  return (
    <data value={`${amount} ${currency.toUpperCase()}`} className={className}>
      {formatMoney(amount, currency)}
    </data>
  )
}
