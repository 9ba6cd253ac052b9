import { createFileRoute, getRouteApi } from '@tanstack/react-router'
import { loadSections, showSections } from '#/define-section.tsx'
import { HomePage } from '../home-page.tsx'
import { homeSections } from '../home-sections.ts'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

const app = getRouteApi('/_app')

export const Route = createFileRoute('/_app/home')({
  validateSearch: (search): { welcome?: boolean } => ({
    welcome: search.welcome === undefined ? undefined : true,
  }),
  loader: async () => {
    const [organizations, sections] = await Promise.all([
      rpc.organizations.mine(),
      loadSections(homeSections, null),
    ])
    return { organizations, sections }
  },
  component: Home,
})

function Home() {
  const { account } = app.useLoaderData()
  const { organizations, sections } = Route.useLoaderData()
  return (
    <>
      <PageMeta title={m.home_title()} />
      <HomePage
        name={account.name}
        isNew={Route.useSearch().welcome ?? false}
        organizations={organizations}
        sections={showSections(homeSections, sections, null)}
      />
    </>
  )
}
