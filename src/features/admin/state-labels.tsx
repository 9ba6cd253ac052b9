import { m } from '#/i18n/messages.ts'
import { Status, type Tone } from '#/ui/badge.tsx'
import type { UserRow } from './contract.ts'

const accountStates: Record<UserRow['state'], { tone: Tone; label: () => string }> = {
  active: { tone: 'success', label: m.admin_state_active },
  unconfirmed: { tone: 'neutral', label: m.admin_state_unconfirmed },
  suspended: { tone: 'danger', label: m.admin_state_suspended },
}

export function AccountState({ state }: { state: UserRow['state'] }) {
  const { tone, label } = accountStates[state]
  return <Status tone={tone}>{label()}</Status>
}

/** Stripe's words; those that this product never causes are shown as they are. */
const subscriptionStates: Record<string, { tone: Tone; label: () => string }> = {
  active: { tone: 'success', label: m.admin_status_active },
  trialing: { tone: 'info', label: m.admin_status_trialing },
  past_due: { tone: 'danger', label: m.admin_status_past_due },
  canceled: { tone: 'neutral', label: m.admin_status_canceled },
  incomplete: { tone: 'accent', label: m.admin_status_incomplete },
}

export function SubscriptionState({ status }: { status: string }) {
  const known = subscriptionStates[status]
  return <Status tone={known?.tone ?? 'neutral'}>{known?.label() ?? status}</Status>
}
