import { useOptimistic } from 'react'
import { type Role, roles } from '#/auth/organization-roles.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Select } from '#/ui/select.tsx'
import { toast } from '#/ui/toast.tsx'
import { useHydrated } from '#/ui/use-hydrated.ts'
import { useAction } from '#/ui/use-action.ts'
import type { Colleague, Membership } from './contract.ts'
import { roleName, roleOptions } from './role-labels.ts'

interface MemberRoleProps {
  membership: Membership
  colleague: Colleague
}

/** The role as a word, or as a choice for those who may change it. */
export function MemberRole({ membership, colleague }: MemberRoleProps) {
  const hydrated = useHydrated()
  const [role, show] = useOptimistic(colleague.role)
  const { press, busy } = useAction(
    (next: Role) =>
      rpc.organizations.changeRole({
        organizationSlug: membership.slug,
        memberId: colleague.id,
        role: next,
      }),
    {
      refusals: {
        LAST_OWNER: m.organizations_last_owner,
        FORBIDDEN: m.organizations_not_allowed,
        NOT_FOUND: m.organizations_not_allowed,
      },
      optimistic: show,
      onDone: (_, next) =>
        toast({
          title: m.organizations_role_changed({ name: colleague.name, role: roleName(next) }),
        }),
    },
  )
  const isOutOfReach = colleague.role === 'owner' && membership.role !== 'owner'
  if (membership.role === 'member' || isOutOfReach) return roleName(colleague.role)

  return (
    <Select
      aria-label={m.organizations_role_of({ name: colleague.name })}
      className="max-sm:ml-auto max-sm:w-40"
      disabled={!hydrated || busy}
      value={role}
      onChange={(event) => {
        const next = roles.find((known) => known === event.target.value)
        if (next) void press(next)
      }}
      options={roleOptions(membership.role).map(({ value, label }) => ({ value, label }))}
    />
  )
}
