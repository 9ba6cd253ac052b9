import { m } from '#/i18n/messages.ts'
import { Status, type Tone } from '#/ui/badge.tsx'

/** In Stripe's words; a state that this product never causes is shown as it is. */
const states: Record<string, { tone: Tone; label: () => string }> = {
  active: { tone: 'success', label: m.billing_status_active },
  trialing: { tone: 'info', label: m.billing_status_trialing },
  past_due: { tone: 'accent', label: m.billing_status_overdue },
  unpaid: { tone: 'danger', label: m.billing_status_unpaid },
  canceled: { tone: 'neutral', label: m.billing_status_canceled },
  incomplete: { tone: 'accent', label: m.billing_status_incomplete },
  incomplete_expired: { tone: 'neutral', label: m.billing_status_canceled },
}
const ending = { tone: 'accent', label: m.billing_status_ending } as const

type SubscriptionStatusProps = {
  status: string
  /** Cancelled, and running until its last day. */
  isEnding: boolean
}

/** One name and one colour for a subscription's state, for its payer and for the admins. */
export function SubscriptionStatus({ status, isEnding }: SubscriptionStatusProps) {
  const isRunning = status === 'active' || status === 'trialing'
  const known = isEnding && isRunning ? ending : states[status]
  return <Status tone={known?.tone ?? 'neutral'}>{known?.label() ?? status}</Status>
}
