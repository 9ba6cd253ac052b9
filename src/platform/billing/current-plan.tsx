import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { Card } from '#/ui/card.tsx'
import type { BillingActions } from './billing-actions.ts'
import type { Standing } from './contract.ts'
import { GainsList } from './gains-list.tsx'
import { LeaveProblem } from './leave-problem.tsx'
import { planName } from './plan-names.ts'
import { gainsOf } from './plan-texts.ts'
import { RestoreDialog } from './restore-dialog.tsx'
import { describeStanding, paidPlanOf } from './standing-texts.ts'
import { SubscriptionStatus } from './subscription-status.tsx'
import type { useLeave } from './use-leave.ts'

type CurrentPlanProps = {
  standing: Standing
  actions: BillingActions
  organization?: string
  leaving: ReturnType<typeof useLeave>
}

/** The plan, its state in words, and what can be done about it. */
export function CurrentPlan({ standing, actions, organization, leaving }: CurrentPlanProps) {
  const { plan, status, interval, endsAt, trialDays } = standing
  const isRunning = status === 'trialing' || status === 'active'
  const other = interval === 'year' ? 'month' : 'year'
  // Who had a plan before still has invoices.
  const isCustomer = status !== 'free' || trialDays === null
  const button = (name: string, open: () => Promise<{ url: string }>) => ({
    busy: leaving.leaving === name,
    onClick: () => void leaving.leave(name, open),
  })
  return (
    <Card>
      <section aria-labelledby="plan" className="grid gap-x-10 gap-y-5 p-4 md:grid-cols-[3fr_2fr]">
        <div>
          <h2 id="plan" className="text-ink-muted">
            {organization
              ? m.billing_current_organization({ name: organization })
              : m.billing_current()}
          </h2>
          <div className="mt-1 flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <p className="text-xl font-semibold">{planName(plan)}</p>
            {status !== 'free' && <SubscriptionStatus status={status} isEnding={endsAt !== null} />}
          </div>
          <p className="mt-1 tabular-nums">{describeStanding(standing)}</p>
        </div>
        <GainsList gains={gainsOf(plan)} />
      </section>
      {isCustomer && (
        <div className="flex flex-wrap gap-2 border-t px-4 py-3">
          {endsAt && isRunning && <RestoreDialog standing={standing} restore={actions.restore} />}
          {isRunning && interval && !endsAt && (
            <Button {...button('interval', () => actions.checkout(other))}>
              {other === 'year' ? m.billing_change_to_year() : m.billing_change_to_month()}
            </Button>
          )}
          <Button {...button('portal', actions.portal)}>
            {status === 'free' ? m.billing_invoices() : m.billing_manage()}
          </Button>
          {status !== 'free' && !endsAt && (
            <Button
              variant="quiet"
              {...button('cancel', actions.cancel)}
              className="sm:-mr-3.5 sm:ml-auto"
            >
              {m.billing_cancel({ plan: planName(paidPlanOf(standing)) })}
            </Button>
          )}
          <LeaveProblem
            leaving={leaving}
            buttons={['interval', 'portal', 'cancel']}
            className="w-full"
          />
        </div>
      )}
    </Card>
  )
}
