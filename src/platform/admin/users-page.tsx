import { m } from '#/i18n/messages.ts'
import { Badge } from '#/ui/badge.tsx'
import { Table, type Column } from '#/ui/table.tsx'
import { TextLink } from '#/ui/text-link.tsx'
import { Time } from '#/ui/time.tsx'
import type { UserRow } from './contract.ts'
import { ListFrame, NothingFound } from './list-frame.tsx'
import { AccountState } from './state-labels.tsx'

type UsersPageProps = { rows: UserRow[]; total: number; page: number; search: string }

const columns = (): Column<UserRow>[] => [
  {
    key: 'name',
    header: m.admin_column_name(),
    cell: ({ id, name, role }) => (
      <span className="flex items-center gap-2">
        <TextLink to="/admin/users/$userId" params={{ userId: id }}>
          {name}
        </TextLink>
        {role === 'admin' && <Badge tone="primary">{m.admin_role_admin()}</Badge>}
      </span>
    ),
  },
  {
    key: 'email',
    header: m.admin_column_email(),
    cell: ({ email }) => <span className="break-all">{email}</span>,
  },
  {
    key: 'state',
    header: m.admin_column_state(),
    cell: ({ state }) => <AccountState state={state} />,
  },
  {
    key: 'joined',
    header: m.admin_column_joined(),
    align: 'end',
    cell: ({ createdAt }) => <Time value={createdAt} />,
  },
]

export const UsersPage = ({ rows, total, page, search }: UsersPageProps) => (
  <ListFrame
    to="/admin/users"
    title={m.admin_users_title()}
    description={m.admin_users_description()}
    searchLabel={m.admin_users_search()}
    search={search}
    page={page}
    total={total}
  >
    <Table
      caption={m.admin_users_title()}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<NothingFound title={m.admin_users_empty()} isSearch={search !== ''} />}
      columns={columns()}
    />
  </ListFrame>
)
