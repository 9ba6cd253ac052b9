import { safe } from '@orpc/client'
import { useRouter } from '@tanstack/react-router'
import { homePath } from '#/auth/home-path.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Button } from '#/ui/button.tsx'
import { ConfirmDialog } from '#/ui/confirm-dialog.tsx'
import { toast } from '#/ui/toast.tsx'
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
  const router = useRouter()

  async function grant() {
    const { error, isDefined } = await safe(rpc.admin.setRole({ userId: id, role: 'admin' }))
    if (isDefined && error.code === 'NOT_ACTIVE') return m.admin_role_not_active({ name })
    if (error) throw error
    await router.invalidate()
    toast({ title: m.admin_role_granted({ name }) })
  }

  return (
    <ConfirmDialog
      tone="primary"
      trigger={<Button>{m.admin_role_grant()}</Button>}
      title={m.admin_role_grant_title({ name })}
      confirm={m.admin_role_grant()}
      onConfirm={grant}
    >
      {m.admin_role_grant_text()}
    </ConfirmDialog>
  )
}

function Revoke({ user: { id, name }, isMe }: RoleActionsProps) {
  const router = useRouter()

  async function revoke() {
    const { error, isDefined } = await safe(rpc.admin.setRole({ userId: id, role: 'user' }))
    if (isDefined && error.code === 'LAST_ADMIN') {
      return isMe ? m.admin_role_last_me() : m.admin_role_last({ name })
    }
    if (error) throw error
    if (isMe) {
      await router.navigate({ to: homePath })
      router.clearCache()
    }
    await router.invalidate()
    toast({ title: isMe ? m.admin_role_revoked_me() : m.admin_role_revoked({ name }) })
  }

  return (
    <ConfirmDialog
      trigger={<Button variant="danger-quiet">{m.admin_role_revoke()}</Button>}
      title={isMe ? m.admin_role_revoke_title_me() : m.admin_role_revoke_title({ name })}
      confirm={m.admin_role_revoke()}
      onConfirm={revoke}
    >
      {isMe ? m.admin_role_revoke_text_me() : m.admin_role_revoke_text()}
    </ConfirmDialog>
  )
}
