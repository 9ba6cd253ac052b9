import { createFileRoute } from '@tanstack/react-router'
import { listQuery, readListSearch } from '../list-search.ts'
import { UsersPage } from '../users-page.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/admin/users/')({
  validateSearch: readListSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => rpc.admin.users(listQuery(deps)),
  component: Users,
})

function Users() {
  return (
    <>
      <PageMeta title={m.admin_users_title()} />
      <UsersPage {...Route.useLoaderData()} search={Route.useSearch().q ?? ''} />
    </>
  )
}
