import clsx from 'clsx'
import type { ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'
import { formatMoney } from '#/ui/format-number.ts'
import { GainsList } from './gains-list.tsx'
import { planName } from './plan-names.ts'
import { monthsFree, priceOf, priceText } from './price-texts.ts'
import { currency, type Interval, type PaidPlan, type Plan, plans } from './plans.ts'

type PlanColumnProps = {
  plan: Plan
  /** Its gains, a line each. */
  gains: string[]
  interval: Interval
  /** Says that it is the reader's own. */
  mark?: ReactNode
  /** Whether the trial is still there to be had. */
  canTry?: boolean
  action: ReactNode
}

/** One plan: its price, what it allows, and the next step. */
export function PlanColumn({ plan, gains, interval, mark, canTry, action }: PlanColumnProps) {
  const isPaid = plan === 'pro' || plan === 'team'
  const trialDays = isPaid ? plans[plan].trialDays : 0
  return (
    <article
      className={clsx(
        'flex flex-col rounded-base border px-6 py-6',
        isPaid ? 'border-line-strong bg-surface' : 'border-line',
      )}
    >
      <div className="flex min-h-6 items-center justify-between gap-3">
        <h3 className="font-semibold">{planName(plan)}</h3>
        {mark}
      </div>
      {isPaid ? <PaidPrice plan={plan} interval={interval} /> : <FreePrice />}
      <GainsList gains={gains} className="mt-5 border-t pt-5 text-sm" />
      <div className="mt-auto space-y-4 pt-6">
        {isPaid && canTry && (
          <p className="text-sm text-ink-muted">
            {m.billing_offer_trial_then({
              days: trialDays,
              price: priceText(priceOf(plan, interval), interval),
            })}
          </p>
        )}
        {action}
      </div>
    </article>
  )
}

const FreePrice = () => <Price amount={0} per={m.billing_pricing_forever()} />

function PaidPrice({ plan, interval }: { plan: PaidPlan; interval: Interval }) {
  const { month, year } = plans[plan].prices
  const free = monthsFree(plan)
  const isYear = interval === 'year'
  const other = isYear
    ? m.billing_pricing_year_is({ price: formatMoney(Math.round(year.amount / 12), currency) })
    : m.billing_pricing_or_year({ price: formatMoney(year.amount, currency) })
  return (
    <Price
      amount={isYear ? year.amount : month.amount}
      per={isYear ? m.billing_pricing_per_year() : m.billing_pricing_per_month()}
      note={free > 0 ? `${other}, ${m.billing_pricing_months_free({ count: free })}` : other}
    />
  )
}

/** Without a note its line stays, so that the columns are level. */
function Price({ amount, per, note }: { amount: number; per: string; note?: string }) {
  return (
    <>
      <p className="mt-3 flex items-baseline gap-2">
        <span className="font-display text-display-md tabular-nums">
          {formatMoney(amount, currency)}
        </span>
        <span className="text-sm text-ink-muted">{per}</span>
      </p>
      <p className={clsx('mt-1 min-h-5 text-sm text-ink-muted', !note && 'max-sm:hidden')}>
        {note}
      </p>
    </>
  )
}
