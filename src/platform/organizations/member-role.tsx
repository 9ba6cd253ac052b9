import { safe } from '@orpc/client'
import { useState } from 'react'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { explainFailure } from '#/ui/explain-failure.ts'
import { Select } from '#/ui/select.tsx'
import { toast } from '#/ui/toast.tsx'
import { useHydrated } from '#/ui/use-hydrated.ts'
import type { Colleague, Membership } from './contract.ts'
import { type Role, roles } from './organization-roles.ts'
import { roleName, roleOptions } from './role-labels.ts'

interface MemberRoleProps {
  membership: Membership
  colleague: Colleague
  onChange: () => Promise<void>
}

/** The role as a word, or as a choice for those who may change it. */
export function MemberRole({ membership, colleague, onChange }: MemberRoleProps) {
  const hydrated = useHydrated()
  const [shown, setShown] = useState(colleague.role)
  const [busy, setBusy] = useState(false)
  const isOutOfReach = colleague.role === 'owner' && membership.role !== 'owner'
  if (membership.role === 'member' || isOutOfReach) return roleName(colleague.role)

  async function change(role: Role) {
    setShown(role)
    setBusy(true)
    const { error, isDefined } = await safe(
      rpc.organizations.changeRole({
        organizationSlug: membership.slug,
        memberId: colleague.id,
        role,
      }),
    )
    setBusy(false)
    if (!error) {
      toast({
        title: m.organizations_role_changed({ name: colleague.name, role: roleName(role) }),
      })
      return onChange()
    }
    setShown(colleague.role)
    toast({ tone: 'danger', title: (isDefined && explain(error.code)) || explainFailure(error) })
  }

  return (
    <Select
      aria-label={m.organizations_role_of({ name: colleague.name })}
      className="max-sm:ml-auto max-sm:w-40"
      disabled={!hydrated || busy}
      value={shown}
      onChange={(event) => {
        const role = roles.find((known) => known === event.target.value)
        if (role) void change(role)
      }}
      options={roleOptions(membership.role).map(({ value, label }) => ({ value, label }))}
    />
  )
}

const explain = (code: string) => {
  if (code === 'LAST_OWNER') return m.organizations_last_owner()
  if (code === 'FORBIDDEN' || code === 'NOT_FOUND') return m.organizations_not_allowed()
}
