import { createFileRoute, getRouteApi } from '@tanstack/react-router'
import { HomePage } from '#/features/home/home-page.tsx'
import { PageMeta } from '#/features/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

const app = getRouteApi('/_app')

export const Route = createFileRoute('/_app/home')({
  validateSearch: (search): { welcome?: boolean } =>
    search.welcome === undefined ? {} : { welcome: true },
  loader: async () => {
    const [{ reviews }, applications, { chats }, organizations] = await Promise.all([
      rpc.cvReview.list(),
      rpc.applications.mine(),
      rpc.chat.list({ page: 1 }),
      rpc.organizations.mine(),
    ])
    return { reviews, applications, chats, organizations }
  },
  component: Home,
})

function Home() {
  const { account } = app.useLoaderData()
  return (
    <>
      <PageMeta title={m.home_title()} />
      <HomePage
        {...Route.useLoaderData()}
        name={account.name}
        isNew={Route.useSearch().welcome ?? false}
      />
    </>
  )
}
