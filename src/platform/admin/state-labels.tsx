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
