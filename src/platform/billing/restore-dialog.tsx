import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { ConfirmDialog } from '#/ui/confirm-dialog.tsx'
import { formatDate } from '#/ui/format-date.ts'
import { toast } from '#/ui/toast.tsx'
import { useAction } from '#/ui/use-action.ts'
import type { Standing } from './contract.ts'
import { explainRefusal } from './explain-refusal.ts'
import { planName } from './plan-names.ts'
import { standingPrice } from './standing-texts.ts'

/** Takes a cancellation back, after saying what it will cost. */
export function RestoreDialog({
  standing,
  restore,
}: {
  standing: Standing
  restore: () => Promise<Standing>
}) {
  const plan = planName(standing.plan)
  const about = {
    plan,
    date: formatDate(standing.endsAt ?? 0, 'date', 'UTC'),
    price: standingPrice(standing),
  }

  const confirm = useAction(restore, {
    explain: explainRefusal,
    onDone: () => toast({ title: m.billing_restored({ plan }) }),
  })

  return (
    <ConfirmDialog
      tone="primary"
      trigger={<Button variant="primary">{m.billing_restore({ plan })}</Button>}
      title={m.billing_restore_title({ plan })}
      confirm={m.billing_restore({ plan })}
      dismiss={m.billing_restore_not()}
      onConfirm={confirm.run}
    >
      {standing.status === 'trialing'
        ? m.billing_restore_text_trial(about)
        : m.billing_restore_text(about)}
    </ConfirmDialog>
  )
}
