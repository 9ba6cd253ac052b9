import { createFileRoute } from '@tanstack/react-router'
import { listQuery, readListSearch } from '../list-search.ts'
import { SubscriptionsPage } from '../subscriptions-page.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/admin/subscriptions')({
  validateSearch: readListSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => rpc.admin.subscriptions(listQuery(deps)),
  component: Subscriptions,
})

function Subscriptions() {
  return (
    <>
      <PageMeta title={m.admin_subscriptions_title()} />
      <SubscriptionsPage {...Route.useLoaderData()} search={Route.useSearch().q ?? ''} />
    </>
  )
}
