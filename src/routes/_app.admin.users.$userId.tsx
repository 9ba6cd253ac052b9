import { safe } from '@orpc/client'
import { createFileRoute, notFound } from '@tanstack/react-router'
import { UserPage } from '#/features/admin/user-page.tsx'
import { PageMeta } from '#/features/navigation/page-meta.tsx'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/admin/users/$userId')({
  loader: async ({ params }) => {
    const { error, data, isDefined } = await safe(rpc.admin.user(params))
    if (isDefined && error.code === 'NOT_FOUND') throw notFound()
    if (error) throw error
    return data
  },
  component: User,
})

function User() {
  const user = Route.useLoaderData()
  return (
    <>
      <PageMeta title={user.name} />
      <UserPage user={user} isMe={Route.useRouteContext().account.id === user.id} />
    </>
  )
}
