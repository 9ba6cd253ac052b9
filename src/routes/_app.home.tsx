import { createFileRoute } from '@tanstack/react-router'
import { HomePage } from '#/features/identity/home-page.tsx'
import { pageTitle } from '#/features/navigation/page-title.ts'
import { m } from '#/i18n/messages.ts'

export const Route = createFileRoute('/_app/home')({
  validateSearch: (search): { welcome?: boolean } =>
    search.welcome === undefined ? {} : { welcome: true },
  head: () => ({ meta: [{ title: pageTitle(m.identity_home_title()) }] }),
  component: Home,
})

function Home() {
  const { account } = Route.useRouteContext()
  return <HomePage account={account} isNew={Route.useSearch().welcome ?? false} />
}
