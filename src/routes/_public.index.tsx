import { createFileRoute } from '@tanstack/react-router'
import { Landing, loadLanding } from '#/features/landing/landing.tsx'
import { pageHead } from '#/features/navigation/page-head.ts'
import { m } from '#/i18n/messages.ts'
import { site } from '#/site.ts'

export const Route = createFileRoute('/_public/')({
  loader: () => loadLanding(),
  head: () =>
    pageHead({
      title: m.site_hero_title(),
      description: m.site_description({ name: site.name }),
      path: '/',
    }),
  component: () => <Landing fetched={Route.useLoaderData()} />,
})
