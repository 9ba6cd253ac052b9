import { createFileRoute, getRouteApi } from '@tanstack/react-router'
import { m } from '#/i18n/messages.ts'
import { site } from '#/site.ts'
import { PublicPageMeta } from '../page-meta.tsx'
import { StartPage } from '../start-page.tsx'

const layout = getRouteApi('/_public')

export const Route = createFileRoute('/_public/')({ component: Start })

function Start() {
  return (
    <>
      <PublicPageMeta
        title={m.navigation_start_title()}
        description={m.navigation_start_description({ name: site.name })}
        path="/"
      />
      <StartPage isSignedIn={layout.useLoaderData().isSignedIn} />
    </>
  )
}
