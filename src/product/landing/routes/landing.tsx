import { createFileRoute } from '@tanstack/react-router'
import { Landing, loadLanding } from '../landing.tsx'
import { PublicPageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { site } from '#/site.ts'

export const Route = createFileRoute('/_public/')({
  loader: () => loadLanding(),
  component: Start,
})

function Start() {
  return (
    <>
      <PublicPageMeta
        title={m.site_hero_title()}
        description={m.site_description({ name: site.name })}
        path="/"
      />
      <Landing fetched={Route.useLoaderData()} />
    </>
  )
}
