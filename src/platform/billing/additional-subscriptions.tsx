import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { ConfirmDialog } from '#/ui/confirm-dialog.tsx'
import { Notice } from '#/ui/notice.tsx'
import { toast } from '#/ui/toast.tsx'
import { useAction } from '#/ui/use-action.ts'
import type { BillingActions } from './billing-actions.ts'
import type { AdditionalSubscription, Standing } from './contract.ts'
import { explainRefusal } from './explain-refusal.ts'
import { planName } from './plan-names.ts'
import type { PaidPlan } from './plans.ts'
import { describeStanding } from './standing-texts.ts'

interface AdditionalSubscriptionsProps {
  standing: Standing
  paidPlan: PaidPlan
  actions: BillingActions
}

/** Subscriptions that are charged beside the one that gives the plan, each with the way to end it. */
export function AdditionalSubscriptions(props: AdditionalSubscriptionsProps) {
  const { standing, paidPlan, actions } = props
  if (standing.additional.length === 0) return null
  const plan = planName(paidPlan)
  return (
    <Notice tone="warning" title={m.billing_additional_title({ plan })}>
      <p>{m.billing_additional_text({ plan, count: standing.additional.length })}</p>
      <ul className="mt-3 divide-y border-t">
        {standing.additional.map((row) => (
          <li
            key={row.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 last:pb-1"
          >
            <p className="min-w-0 flex-1 basis-52 tabular-nums">{describe(standing, row)}</p>
            <EndDialog plan={plan} end={() => actions.endAdditional(row.id)} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function describe(standing: Standing, row: AdditionalSubscription): string {
  // An unpaid one still asks for its price, while an unpaid plan is the free one.
  const status = row.status === 'unpaid' ? 'past_due' : row.status
  return describeStanding({ ...standing, ...row, status })
}

function EndDialog({ plan, end }: { plan: string; end: () => Promise<Standing> }) {
  const confirm = useAction(end, {
    explain: explainRefusal,
    onDone: () => toast({ title: m.billing_additional_ended() }),
  })

  return (
    <ConfirmDialog
      trigger={<Button size="sm">{m.billing_additional_end()}</Button>}
      title={m.billing_additional_end_title()}
      confirm={m.billing_additional_end()}
      dismiss={m.billing_additional_end_not()}
      onConfirm={confirm.run}
    >
      {m.billing_additional_end_text({ plan })}
    </ConfirmDialog>
  )
}
