import { createFileRoute } from '@tanstack/react-router'
import { listQuery, readListSearch } from '../list-search.ts'
import { OrganizationsPage } from '../organizations-page.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/admin/organizations')({
  validateSearch: readListSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => rpc.admin.organizations(listQuery(deps)),
  component: Organizations,
})

function Organizations() {
  return (
    <>
      <PageMeta title={m.admin_organizations_title()} />
      <OrganizationsPage {...Route.useLoaderData()} search={Route.useSearch().q ?? ''} />
    </>
  )
}
