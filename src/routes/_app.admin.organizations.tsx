import { createFileRoute } from '@tanstack/react-router'
import { listQuery, readListSearch } from '#/features/admin/list-search.ts'
import { OrganizationsPage } from '#/features/admin/organizations-page.tsx'
import { pageTitle } from '#/features/navigation/page-title.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/admin/organizations')({
  validateSearch: readListSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => rpc.admin.organizations(listQuery(deps)),
  head: () => ({ meta: [{ title: pageTitle(m.admin_organizations_title()) }] }),
  component: Organizations,
})

function Organizations() {
  return <OrganizationsPage {...Route.useLoaderData()} search={Route.useSearch().q ?? ''} />
}
