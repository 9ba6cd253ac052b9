import { SubscriptionStatus } from '#/platform/billing/subscription-status.tsx'
import { m } from '#/i18n/messages.ts'
import { Table, type Column } from '#/ui/table.tsx'
import { TextLink } from '#/ui/text-link.tsx'
import { Time } from '#/ui/time.tsx'
import type { SubscriptionRow } from './contract.ts'
import { ListFrame, NothingFound } from './list-frame.tsx'
import { PlanName } from './plan-name.tsx'

type SubscriptionsPageProps = {
  rows: SubscriptionRow[]
  total: number
  page: number
  search: string
}

/** Also for the page of one user, which leaves out who pays. */
export const subscriptionColumns = <
  Row extends Omit<SubscriptionRow, 'payer'>,
>(): Column<Row>[] => [
  {
    key: 'plan',
    header: m.admin_column_plan(),
    cell: ({ plan }) => <PlanName plan={plan} />,
  },
  {
    key: 'state',
    header: m.admin_column_state(),
    cell: ({ status, endsAt }) => <SubscriptionStatus status={status} isEnding={endsAt !== null} />,
  },
  {
    key: 'seats',
    header: m.admin_column_seats(),
    align: 'end',
    cell: ({ seats }) => seats ?? '–',
  },
  {
    key: 'until',
    header: m.admin_column_period_end(),
    align: 'end',
    cell: ({ periodEnd, endsAt }) => {
      const until = endsAt ?? periodEnd
      return (
        <>
          {until ? <Time value={until} /> : '–'}
          {endsAt && <span className="ml-2 text-ink-muted">{m.admin_cancels()}</span>}
        </>
      )
    },
  },
]

const columns = (): Column<SubscriptionRow>[] => [
  {
    key: 'payer',
    header: m.admin_column_payer(),
    cell: ({ payer }) => <Payer payer={payer} />,
  },
  ...subscriptionColumns<SubscriptionRow>(),
]

export const SubscriptionsPage = ({ rows, total, page, search }: SubscriptionsPageProps) => (
  <ListFrame
    to="/admin/subscriptions"
    title={m.admin_subscriptions_title()}
    description={m.admin_subscriptions_description()}
    searchLabel={m.admin_subscriptions_search()}
    search={search}
    page={page}
    total={total}
  >
    <Table
      caption={m.admin_subscriptions_title()}
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <NothingFound
          title={search ? m.admin_subscriptions_empty() : m.admin_subscriptions_none()}
          isSearch={search !== ''}
        />
      }
      columns={columns()}
    />
  </ListFrame>
)

function Payer({ payer }: Pick<SubscriptionRow, 'payer'>) {
  switch (payer.kind) {
    case 'person':
      return (
        <TextLink to="/admin/users/$userId" params={{ userId: payer.id }}>
          {payer.name}
        </TextLink>
      )
    case 'organization':
      return (
        <TextLink to="/admin/organizations" search={{ q: payer.slug }}>
          {payer.name}
        </TextLink>
      )
    case 'gone':
      return <span className="text-ink-muted">{m.admin_payer_gone()}</span>
  }
}
