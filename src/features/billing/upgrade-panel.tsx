import { useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { Card } from '#/ui/card.tsx'
import { SegmentedControl } from '#/ui/segmented-control.tsx'
import type { BillingActions } from './billing-actions.ts'
import type { Standing } from './contract.ts'
import { GainsList } from './gains-list.tsx'
import { planName, priceOf, priceText } from './plan-texts.ts'
import type { Interval, PaidPlan } from './plans.ts'
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
  const price = priceText(priceOf(plan, interval), interval)
  const { trialDays } = standing
  return (
    <Card>
      <section aria-labelledby="upgrade" className="grid gap-x-10 gap-y-6 px-5 py-5 md:grid-cols-2">
        <div>
          <h2 id="upgrade" className="text-lg font-semibold">
            {m.billing_offer_title({ plan: name })}
          </h2>
          <GainsList plan={plan} className="mt-3" />
        </div>
        <div className="flex flex-col items-start gap-4">
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
          <p aria-live="polite">
            {trialDays === null
              ? m.billing_offer_now({ price })
              : m.billing_offer_trial_then({ days: trialDays, price })}
          </p>
          <Button
            variant="primary"
            busy={leaving.leaving === 'checkout'}
            onClick={() => void leaving.leave('checkout', () => actions.checkout(interval))}
          >
            {trialDays === null
              ? m.billing_pricing_subscribe({ plan: name })
              : m.billing_pricing_start_trial({ days: trialDays })}
          </Button>
          <p className="text-ink-muted">{m.billing_offer_page()}</p>
        </div>
      </section>
    </Card>
  )
}
