import { deviceName } from '#/platform/identity/device-name.ts'
import { m } from '#/i18n/messages.ts'
import type { Column } from '#/ui/table.tsx'
import { Time } from '#/ui/time.tsx'
import type { UserDetails } from './contract.ts'

const roleNames = {
  owner: m.identity_role_owner,
  admin: m.identity_role_admin,
  member: m.identity_role_member,
}

export const sessionColumns = (): Column<UserDetails['sessions'][number]>[] => [
  {
    key: 'signed-in',
    header: m.admin_user_signed_in(),
    cell: ({ signedInAt }) => <Time value={signedInAt} format="datetime" />,
  },
  {
    key: 'address',
    header: m.admin_user_address(),
    cell: ({ address }) => <code className="font-mono text-xs">{address || '–'}</code>,
  },
  {
    key: 'agent',
    header: m.admin_user_agent(),
    cell: ({ userAgent }) => (
      <span className="text-ink-muted" title={userAgent ?? undefined}>
        {deviceName(userAgent)}
      </span>
    ),
  },
  {
    key: 'expires',
    header: m.admin_user_expires(),
    align: 'end',
    cell: ({ expiresAt }) => <Time value={expiresAt} />,
  },
]

export const membershipColumns = (): Column<UserDetails['memberships'][number]>[] => [
  { key: 'name', header: m.admin_column_name(), cell: ({ name }) => name },
  { key: 'role', header: m.admin_user_role(), cell: ({ role }) => roleNames[role]() },
]
