import { m } from '#/i18n/messages.ts'
import { Status, type Tone } from '#/ui/badge.tsx'
import { Button } from '#/ui/button.tsx'
import { Card } from '#/ui/card.tsx'
import type { BillingActions } from './billing-actions.ts'
import type { Standing } from './contract.ts'
import { GainsList } from './gains-list.tsx'
import { LeaveProblem } from './leave-problem.tsx'
import { planName } from './plan-texts.ts'
import { RestoreDialog } from './restore-dialog.tsx'
import { describeStanding, paidPlanOf } from './standing-texts.ts'
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
      <section
        aria-labelledby="plan"
        className="grid gap-x-10 gap-y-5 px-5 py-5 md:grid-cols-[3fr_2fr]"
      >
        <div>
          <h2 id="plan" className="text-ink-muted">
            {organization
              ? m.billing_current_organization({ name: organization })
              : m.billing_current()}
          </h2>
          <div className="mt-1 flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <p className="text-xl font-semibold">{planName(plan)}</p>
            <PlanStatus standing={standing} />
          </div>
          <p className="mt-1 tabular-nums">{describeStanding(standing)}</p>
        </div>
        <GainsList plan={plan} />
      </section>
      {isCustomer && (
        <div className="flex flex-wrap gap-2 border-t px-5 py-3">
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
            <Button variant="quiet" {...button('cancel', actions.cancel)} className="sm:ml-auto">
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

function PlanStatus({ standing: { status, endsAt } }: { standing: Standing }) {
  const shown = (tone: Tone, text: string) => <Status tone={tone}>{text}</Status>
  if (status === 'past_due' || status === 'unpaid') {
    return shown('danger', m.billing_status_overdue())
  }
  if (status === 'free') return null
  if (endsAt) return shown('accent', m.billing_status_ending())
  if (status === 'trialing') return shown('info', m.billing_status_trialing())
  return shown('success', m.billing_status_active())
}
