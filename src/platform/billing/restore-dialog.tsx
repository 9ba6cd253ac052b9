import { useRouter } from '@tanstack/react-router'
import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { ConfirmDialog } from '#/ui/confirm-dialog.tsx'
import { formatDate } from '#/ui/format-date.ts'
import { explainNoAnswer } from '#/ui/explain-failure.ts'
import { toast } from '#/ui/toast.tsx'
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
  const router = useRouter()
  const plan = planName(standing.plan)
  const about = {
    plan,
    date: formatDate(standing.endsAt ?? 0, 'date', 'UTC'),
    price: standingPrice(standing),
  }

  async function confirm() {
    try {
      await restore()
    } catch (error) {
      if (!explainNoAnswer(error)) await router.invalidate()
      return explainRefusal(error)
    }
    toast({ title: m.billing_restored({ plan }) })
    await router.invalidate()
  }

  return (
    <ConfirmDialog
      tone="primary"
      trigger={<Button variant="primary">{m.billing_restore({ plan })}</Button>}
      title={m.billing_restore_title({ plan })}
      confirm={m.billing_restore({ plan })}
      dismiss={m.billing_restore_not()}
      onConfirm={confirm}
    >
      {standing.status === 'trialing'
        ? m.billing_restore_text_trial(about)
        : m.billing_restore_text(about)}
    </ConfirmDialog>
  )
}
