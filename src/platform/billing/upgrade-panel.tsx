import { useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { Card } from '#/ui/card.tsx'
import { SegmentedControl } from '#/ui/segmented-control.tsx'
import type { BillingActions } from './billing-actions.ts'
import type { Standing } from './contract.ts'
import { GainsList } from './gains-list.tsx'
import { LeaveProblem } from './leave-problem.tsx'
import { planName } from './plan-names.ts'
import { gainsOf } from './plan-texts.ts'
import type { Interval, PaidPlan } from './plans.ts'
import { offerText } from './standing-texts.ts'
import type { useLeave } from './use-leave.ts'

type UpgradePanelProps = {
  standing: Standing
  plan: PaidPlan
  chosen: Interval | undefined
  actions: BillingActions
  leaving: ReturnType<typeof useLeave>
}

/** What the paid plan gives and costs, and the way to the payment page. */
export function UpgradePanel({ standing, plan, chosen, actions, leaving }: UpgradePanelProps) {
  const [interval, setInterval] = useState<Interval>(chosen ?? 'month')
  const name = planName(plan)
  const { trialDays } = standing
  return (
    <Card>
      <section
        aria-labelledby="upgrade"
        className="grid gap-x-10 gap-y-5 p-4 md:grid-cols-[3fr_2fr]"
      >
        <div>
          <h2 id="upgrade" className="text-lg font-semibold">
            {m.billing_offer_title({ plan: name })}
          </h2>
          <div className="mt-4">
            <SegmentedControl
              label={m.billing_interval()}
              name="interval"
              value={interval}
              onChange={setInterval}
              segments={[
                { value: 'month', label: m.billing_interval_month() },
                { value: 'year', label: m.billing_interval_year() },
              ]}
            />
          </div>
          <p aria-live="polite" className="mt-3">
            {offerText(plan, interval, trialDays)}
          </p>
        </div>
        <GainsList gains={gainsOf(plan)} />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3 md:col-span-2">
          <Button
            variant="primary"
            busy={leaving.leaving === 'checkout'}
            onClick={() => void leaving.leave('checkout', () => actions.checkout(interval))}
          >
            {trialDays === null
              ? m.billing_pricing_subscribe({ plan: name })
              : m.billing_pricing_start_trial({ days: trialDays })}
          </Button>
          <p className="min-w-0 flex-1 basis-60 text-ink-muted">{m.billing_offer_page()}</p>
          <LeaveProblem leaving={leaving} buttons={['checkout']} className="w-full" />
        </div>
      </section>
    </Card>
  )
}
