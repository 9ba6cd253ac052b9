import { isDefinedError } from '@orpc/client'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Status } from '#/ui/badge.tsx'
import { Button } from '#/ui/button.tsx'
import { Panel } from '#/ui/card.tsx'
import { type Column, Table } from '#/ui/table.tsx'
import { Time } from '#/ui/time.tsx'
import { toast } from '#/ui/toast.tsx'
import { useAction } from '#/ui/use-action.ts'
import type { Membership, PendingInvitation } from './contract.ts'
import { explainInvitation } from './explain-invitation.ts'
import { roleName } from './role-labels.ts'

interface PendingInvitationsProps {
  membership: Membership
  invitations: PendingInvitation[]
}

export function PendingInvitations(props: PendingInvitationsProps) {
  return (
    <Panel title={m.organizations_pending()} flush>
      <Table
        caption={m.organizations_pending_caption()}
        rows={props.invitations}
        rowKey={({ id }) => id}
        columns={columns(props)}
      />
    </Panel>
  )
}

const columns = (props: PendingInvitationsProps): Column<PendingInvitation>[] => [
  {
    key: 'email',
    header: m.organizations_invite_email(),
    className: 'wrap-anywhere sm:min-w-40',
    cell: ({ email }) => email,
  },
  {
    key: 'role',
    header: m.organizations_role(),
    className: 'xl:w-36',
    cell: ({ role }) => roleName(role),
  },
  {
    key: 'by',
    header: m.organizations_pending_by(),
    className: 'text-ink-muted max-xl:hidden',
    cell: ({ invitedBy }) => invitedBy,
  },
  {
    key: 'until',
    header: m.organizations_pending_until(),
    className: 'xl:w-44',
    cell: ({ isExpired, expiresAt }) =>
      isExpired ? (
        <Status tone="accent">{m.organizations_pending_expired()}</Status>
      ) : (
        <Time value={expiresAt} className="text-ink-muted" />
      ),
  },
  {
    key: 'actions',
    header: '',
    align: 'end',
    cell: (invitation) => <Actions {...props} invitation={invitation} />,
  },
]

const explain = (failure: unknown) =>
  isDefinedError(failure) ? explainInvitation(failure) : undefined

function Actions({
  membership,
  invitation,
}: PendingInvitationsProps & { invitation: PendingInvitation }) {
  const { id: invitationId, email } = invitation
  const input = { organizationSlug: membership.slug, invitationId }
  const resend = useAction(() => rpc.organizations.resendInvitation(input), {
    explain,
    onDone: () => toast({ title: m.organizations_invite_sent({ email }) }),
  })
  const cancel = useAction(() => rpc.organizations.cancelInvitation(input), {
    explain,
    onDone: () => toast({ title: m.organizations_cancelled_invitation({ email }) }),
  })

  return (
    <span className="flex justify-end gap-1">
      <Button
        size="sm"
        variant="quiet"
        busy={resend.busy}
        aria-label={m.organizations_resend_to({ email })}
        onClick={() => resend.press()}
      >
        {m.organizations_resend()}
      </Button>
      <Button
        size="sm"
        variant="quiet"
        busy={cancel.busy}
        aria-label={m.organizations_cancel_invitation_of({ email })}
        onClick={() => cancel.press()}
      >
        {m.organizations_cancel_invitation()}
      </Button>
    </span>
  )
}
