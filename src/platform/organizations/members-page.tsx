import { m } from '#/i18n/messages.ts'
import { Avatar } from '#/ui/avatar.tsx'
import { Badge } from '#/ui/badge.tsx'
import { Card } from '#/ui/card.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { type Column, Table } from '#/ui/table.tsx'
import { Time } from '#/ui/time.tsx'
import type { Colleague, Membership, PendingInvitation } from './contract.ts'
import { InviteDialog } from './invite-dialog.tsx'
import { MemberActions } from './member-actions.tsx'
import { MemberRole } from './member-role.tsx'
import { PendingInvitations } from './pending-invitations.tsx'

interface MembersPageProps {
  membership: Membership
  userId: string
  members: Colleague[]
  /** Absent for those who may not invite. */
  invitations?: PendingInvitation[]
}

export function MembersPage({ membership, userId, members, invitations }: MembersPageProps) {
  const mayManage = membership.role !== 'member'
  return (
    <>
      <PageHeader
        title={m.organizations_members_title()}
        description={m.organizations_members_description({ name: membership.name })}
        actions={mayManage && <InviteDialog membership={membership} />}
      />
      <div className="space-y-8">
        <Card className="overflow-hidden">
          <Table
            caption={m.organizations_members_caption()}
            rows={members}
            rowKey={({ id }) => id}
            columns={columns(membership, userId)}
          />
        </Card>
        {invitations && invitations.length > 0 && (
          <PendingInvitations membership={membership} invitations={invitations} />
        )}
      </div>
    </>
  )
}

const columns = (membership: Membership, userId: string): Column<Colleague>[] => [
  {
    key: 'name',
    header: m.organizations_member(),
    className: 'wrap-anywhere sm:min-w-48',
    cell: (colleague) => <Person colleague={colleague} isMe={colleague.userId === userId} />,
  },
  {
    key: 'role',
    header: m.organizations_role(),
    className: 'xl:w-44',
    cell: (colleague) => (
      <MemberRole key={colleague.role} membership={membership} colleague={colleague} />
    ),
  },
  {
    key: 'joined',
    header: m.organizations_joined(),
    className: 'xl:w-40 text-ink-muted',
    cell: ({ joinedAt }) => <Time value={joinedAt} />,
  },
  {
    key: 'actions',
    header: '',
    align: 'end',
    isMenu: true,
    className: 'sm:w-14',
    cell: (colleague) => (
      <MemberActions
        membership={membership}
        colleague={colleague}
        isMe={colleague.userId === userId}
      />
    ),
  },
]

const Person = ({ colleague, isMe }: { colleague: Colleague; isMe: boolean }) => (
  <span className="flex items-center gap-3">
    <Avatar name={colleague.name} />
    <span className="min-w-0">
      <span className="flex items-center gap-2">
        {colleague.name}
        {isMe && <Badge>{m.organizations_you()}</Badge>}
      </span>
      <span className="block font-normal text-ink-muted">{colleague.email}</span>
    </span>
  </span>
)
