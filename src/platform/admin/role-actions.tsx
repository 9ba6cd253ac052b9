import { homePath } from '#/auth/home-path.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Button } from '#/ui/button.tsx'
import { ConfirmDialog } from '#/ui/confirm-dialog.tsx'
import { toast } from '#/ui/toast.tsx'
import { useAction } from '#/ui/use-action.ts'
import type { UserDetails } from './contract.ts'

interface RoleActionsProps {
  user: Pick<UserDetails, 'id' | 'name' | 'role' | 'state'>
  isMe: boolean
}

/** Grants the platform role, or takes it; also one's own, as long as another admin is left. */
export function RoleActions({ user, isMe }: RoleActionsProps) {
  if (user.role === 'admin') return <Revoke user={user} isMe={isMe} />
  return user.state === 'active' ? <Grant user={user} /> : null
}

function Grant({ user: { id, name } }: Pick<RoleActionsProps, 'user'>) {
  const grant = useAction(() => rpc.admin.setRole({ userId: id, role: 'admin' }), {
    refusals: { NOT_ACTIVE: () => m.admin_role_not_active({ name }) },
    onDone: () => toast({ title: m.admin_role_granted({ name }) }),
  })

  return (
    <ConfirmDialog
      tone="primary"
      trigger={<Button>{m.admin_role_grant()}</Button>}
      title={m.admin_role_grant_title({ name })}
      confirm={m.admin_role_grant()}
      onConfirm={grant.run}
    >
      {m.admin_role_grant_text()}
    </ConfirmDialog>
  )
}

function Revoke({ user: { id, name }, isMe }: RoleActionsProps) {
  const revoke = useAction(() => rpc.admin.setRole({ userId: id, role: 'user' }), {
    refusals: {
      LAST_ADMIN: () => (isMe ? m.admin_role_last_me() : m.admin_role_last({ name })),
    },
    leavesTo: () => (isMe ? { to: homePath } : undefined),
    onDone: () =>
      toast({ title: isMe ? m.admin_role_revoked_me() : m.admin_role_revoked({ name }) }),
  })

  return (
    <ConfirmDialog
      trigger={<Button variant="danger-quiet">{m.admin_role_revoke()}</Button>}
      title={isMe ? m.admin_role_revoke_title_me() : m.admin_role_revoke_title({ name })}
      confirm={m.admin_role_revoke()}
      onConfirm={revoke.run}
    >
      {isMe ? m.admin_role_revoke_text_me() : m.admin_role_revoke_text()}
    </ConfirmDialog>
  )
}
