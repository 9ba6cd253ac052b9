import clsx from 'clsx'
import type { ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'
import { formatMoney } from '#/ui/format-number.ts'
import { GainsList } from './gains-list.tsx'
import { monthsFree, planName, priceOf } from './plan-texts.ts'
import { currency, type Interval, type PaidPlan, type Plan, plans } from './plans.ts'

type PlanColumnProps = {
  plan: Plan
  interval: Interval
  /** Says that it is the reader's own. */
  mark?: ReactNode
  /** Whether the trial is still there to be had. */
  canTry?: boolean
  action: ReactNode
}

/** One plan: its price, what it allows, and the next step. */
export function PlanColumn({ plan, interval, mark, canTry, action }: PlanColumnProps) {
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
      <GainsList plan={plan} className="mt-5 border-t pt-5 text-sm" />
      <div className="mt-auto pt-7">
        {action}
        {isPaid && canTry && (
          <p className="mt-3 text-sm text-ink-muted">
            {m.billing_pricing_trial({ days: trialDays })}
          </p>
        )}
      </div>
    </article>
  )
}

const amount = 'font-display text-display-md tabular-nums'
const beside = 'text-sm text-ink-muted'

const FreePrice = () => (
  <>
    <p className="mt-3">
      <span className={amount}>{formatMoney(0, currency)}</span>{' '}
      <span className={beside}>{m.billing_pricing_forever()}</span>
    </p>
    <p aria-hidden="true" className={clsx(beside, 'mt-1 max-sm:hidden')}>
      &nbsp;
    </p>
  </>
)

function PaidPrice({ plan, interval }: { plan: PaidPlan; interval: Interval }) {
  const price = priceOf(plan, interval)
  const free = monthsFree(plan)
  const month = formatMoney(Math.round(price.amount / 12), currency)
  return (
    <>
      <p className="mt-3">
        <span className={amount}>{formatMoney(price.amount, currency)}</span>{' '}
        <span className={beside}>
          {interval === 'year' ? m.billing_pricing_per_year() : m.billing_pricing_per_month()}
        </span>
      </p>
      <p className={clsx(beside, 'mt-1')}>
        {interval === 'year'
          ? m.billing_pricing_year_is({ price: month })
          : free > 0 && m.billing_pricing_months_free({ count: free })}
      </p>
    </>
  )
}
