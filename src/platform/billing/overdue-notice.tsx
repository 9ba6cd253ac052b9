import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { Notice } from '#/ui/notice.tsx'
import type { Standing } from './contract.ts'
import { planName } from './plan-names.ts'
import type { PaidPlan } from './plans.ts'

type OverdueNoticeProps = {
  standing: Standing
  paidPlan: PaidPlan
  busy: boolean
  onFix: () => void
}

/** A payment failed: what still holds, and the way to settle it. */
export function OverdueNotice({ standing, paidPlan, busy, onFix }: OverdueNoticeProps) {
  const { status } = standing
  if (status !== 'past_due' && status !== 'unpaid') return null
  const plan = planName(paidPlan)
  return (
    <Notice
      tone={status === 'past_due' ? 'warning' : 'danger'}
      title={status === 'past_due' ? m.billing_past_due_title() : m.billing_unpaid_title({ plan })}
      action={
        <Button variant="primary" size="sm" busy={busy} onClick={onFix}>
          {m.billing_fix_payment()}
        </Button>
      }
    >
      {status === 'past_due'
        ? m.billing_past_due_text({ plan })
        : m.billing_unpaid_text({ plan: planName(standing.plan) })}
    </Notice>
  )
}
