import { createFileRoute } from '@tanstack/react-router'
import { LandingPage } from '../landing-page.tsx'
import { PublicPageMeta } from '#/platform/navigation/page-meta.tsx'
import { sharedByVisitors } from '#/shared-by-visitors.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { site } from '#/site.ts'

export const Route = createFileRoute('/_public/')({
  loader: async () => {
    const [facts, plans] = await Promise.all([rpc.landing.facts(), rpc.billing.plans()])
    return { facts, plans }
  },
  headers: () => sharedByVisitors,
  component: Landing,
})

function Landing() {
  return (
    <>
      <PublicPageMeta
        title={m.site_hero_title()}
        description={m.site_description({ name: site.name })}
        path="/"
      />
      <LandingPage {...Route.useLoaderData()} />
    </>
  )
}
