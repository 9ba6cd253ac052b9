import { features } from '#/features.ts'
import { m } from '#/i18n/messages.ts'
import { formatNumber } from '#/ui/format-number.ts'
import { Table, type Column } from '#/ui/table.tsx'
import { TextLink } from '#/ui/text-link.tsx'
import { Time } from '#/ui/time.tsx'
import type { OrganizationRow } from './contract.ts'
import { ListFrame, NothingFound } from './list-frame.tsx'
import { PlanName } from './plan-name.tsx'

type OrganizationsPageProps = {
  rows: OrganizationRow[]
  total: number
  page: number
  search: string
}

const page = features.find(({ organizationPage }) => organizationPage)?.organizationPage
const numbers = features
  .flatMap(({ organizationNumbers = [] }) => organizationNumbers)
  .filter(({ column }) => column)

const columns = (): Column<OrganizationRow>[] => [
  {
    key: 'name',
    header: m.admin_column_name(),
    cell: ({ name, slug, isPublic }) =>
      page && isPublic ? (
        <TextLink to={page} params={{ orgSlug: slug }}>
          {name}
        </TextLink>
      ) : (
        name
      ),
  },
  {
    key: 'plan',
    header: m.admin_column_plan(),
    cell: ({ plan }) => <PlanName plan={plan} />,
  },
  {
    key: 'members',
    header: m.admin_column_members(),
    align: 'end',
    cell: ({ members }) => formatNumber(members),
  },
  ...numbers.map(({ name, column }): Column<OrganizationRow> => ({
    key: name,
    header: column?.() ?? '',
    align: 'end',
    cell: (row) => formatNumber(row.numbers[name] ?? 0),
  })),
  {
    key: 'created',
    header: m.admin_column_created(),
    align: 'end',
    cell: ({ createdAt }) => <Time value={createdAt} />,
  },
]

export const OrganizationsPage = ({ rows, total, page, search }: OrganizationsPageProps) => (
  <ListFrame
    to="/admin/organizations"
    title={m.admin_organizations_title()}
    description={m.admin_organizations_description()}
    searchLabel={m.admin_organizations_search()}
    search={search}
    page={page}
    total={total}
  >
    <Table
      caption={m.admin_organizations_title()}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<NothingFound title={m.admin_organizations_empty()} isSearch={search !== ''} />}
      columns={columns()}
    />
  </ListFrame>
)
