import { createFileRoute } from '@tanstack/react-router'
import { HomePage } from '#/features/identity/home-page.tsx'
import { PageMeta } from '#/features/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/home')({
  validateSearch: (search): { welcome?: boolean } =>
    search.welcome === undefined ? {} : { welcome: true },
  loader: async () => {
    const [{ reviews }, applications] = await Promise.all([
      rpc.cvReview.list(),
      rpc.applications.mine(),
    ])
    return { lastReview: reviews.find(({ status }) => status === 'done'), applications }
  },
  component: Home,
})

function Home() {
  const { account } = Route.useRouteContext()
  const { lastReview, applications } = Route.useLoaderData()
  return (
    <>
      <PageMeta title={m.identity_home_title()} />
      <HomePage
        account={account}
        isNew={Route.useSearch().welcome ?? false}
        lastReview={lastReview}
        applicationCount={applications.length}
      />
    </>
  )
}
