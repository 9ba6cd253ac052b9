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
import { useAction } from '#/ui/use-action.ts'
import type { Colleague, Membership } from './contract.ts'

interface MemberActionsProps {
  membership: Membership
  colleague: Colleague
  isMe: boolean
}

/** Leaving, for oneself; removing others, for those who may. */
export function MemberActions({ membership, colleague, isMe }: MemberActionsProps) {
  const [asking, setAsking] = useState(false)
  const { slug: organizationSlug, name: organization } = membership
  const { name } = colleague
  const leave = useAction(() => rpc.organizations.leave({ organizationSlug }), {
    refusals: { LAST_OWNER: m.organizations_last_owner },
    leavesTo: () => ({ to: homePath }),
    onDone: () => toast({ title: m.organizations_left({ organization }) }),
  })
  const remove = useAction(
    () => rpc.organizations.removeMember({ organizationSlug, memberId: colleague.id }),
    {
      refusals: {
        LAST_OWNER: m.organizations_last_owner,
        FORBIDDEN: m.organizations_not_allowed,
        // Somebody else was faster, as the page shows.
        NOT_FOUND: () => '',
      },
      onDone: () => toast({ title: m.organizations_removed({ name }) }),
    },
  )
  const mayRemove =
    membership.role === 'owner' || (membership.role === 'admin' && colleague.role !== 'owner')
  if (!isMe && !mayRemove) return null

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
        onConfirm={isMe ? leave.run : remove.run}
      >
        {isMe ? m.organizations_leave_text() : m.organizations_remove_text({ name, organization })}
      </ConfirmDialog>
    </>
  )
}
