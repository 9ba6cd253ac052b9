import { safe } from '@orpc/client'
import { createFileRoute, getRouteApi, notFound } from '@tanstack/react-router'
import { UserPage } from '../user-page.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { rpc } from '#/rpc/client.ts'
import { leadsNowhere } from '#/rpc/leads-nowhere.ts'

const app = getRouteApi('/_app')

export const Route = createFileRoute('/_app/admin/users/$userId')({
  loader: async ({ params }) => {
    const { error, data } = await safe(rpc.admin.user(params))
    if (leadsNowhere(error)) throw notFound()
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
      <UserPage user={user} isMe={app.useLoaderData().account.id === user.id} />
    </>
  )
}
