import { safe } from '@orpc/client'
import { useNavigate, useRouter } from '@tanstack/react-router'
import Ellipsis from 'lucide-react/icons/ellipsis'
import LogOut from 'lucide-react/icons/log-out'
import UserMinus from 'lucide-react/icons/user-minus'
import { useState } from 'react'
import { homePath } from '#/auth/home-path.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { IconButton } from '#/ui/button.tsx'
import { ConfirmDialog } from '#/ui/confirm-dialog.tsx'
import { Menu, MenuItem } from '#/ui/menu.tsx'
import { toast } from '#/ui/toast.tsx'
import type { Colleague, Membership } from './contract.ts'

interface MemberActionsProps {
  membership: Membership
  colleague: Colleague
  isMe: boolean
  onChange: () => Promise<void>
}

/** Leaving, for oneself; removing others, for those who may. */
export function MemberActions({ membership, colleague, isMe, onChange }: MemberActionsProps) {
  const router = useRouter()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const { slug: organizationSlug, name: organization } = membership
  const { name } = colleague
  const mayRemove =
    membership.role === 'owner' || (membership.role === 'admin' && colleague.role !== 'owner')
  if (!isMe && !mayRemove) return null

  async function leave(): Promise<string | undefined> {
    const { error, isDefined } = await safe(rpc.organizations.leave({ organizationSlug }))
    if (isDefined && error.code === 'LAST_OWNER') return m.organizations_last_owner()
    if (error) throw error
    await navigate({ to: homePath })
    router.clearCache()
    await router.invalidate()
    toast({ title: m.organizations_left({ organization }) })
  }

  async function remove(): Promise<string | undefined> {
    const { error, isDefined } = await safe(
      rpc.organizations.removeMember({ organizationSlug, memberId: colleague.id }),
    )
    if (isDefined && error.code === 'LAST_OWNER') return m.organizations_last_owner()
    if (isDefined && error.code === 'FORBIDDEN') return m.organizations_not_allowed()
    // Somebody else was faster.
    if (error && !(isDefined && error.code === 'NOT_FOUND')) throw error
    toast({ title: m.organizations_removed({ name }) })
    await onChange()
  }

  return (
    <>
      <Menu
        trigger={
          <IconButton variant="quiet" size="sm" label={m.organizations_actions_for({ name })}>
            <Ellipsis aria-hidden="true" />
          </IconButton>
        }
      >
        <MenuItem
          tone="danger"
          icon={isMe ? <LogOut aria-hidden="true" /> : <UserMinus aria-hidden="true" />}
          onSelect={() => setAsking(true)}
        >
          {isMe ? m.organizations_leave() : m.organizations_remove()}
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={
          isMe
            ? m.organizations_leave_question({ organization })
            : m.organizations_remove_question({ name })
        }
        confirm={isMe ? m.organizations_leave() : m.organizations_remove_confirm()}
        onConfirm={isMe ? leave : remove}
      >
        {isMe ? m.organizations_leave_text() : m.organizations_remove_text({ name, organization })}
      </ConfirmDialog>
    </>
  )
}
