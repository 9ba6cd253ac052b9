import { getRouteApi } from '@tanstack/react-router'
import { homePath } from '#/auth/home-path.ts'
import { m } from '#/i18n/messages.ts'
import { ButtonLink } from '#/ui/button-link.tsx'
import { GateDrawing } from '#/ui/drawings/gate.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'
import { AppFrame } from './app-frame.tsx'
import { PageMeta } from './page-meta.tsx'

const root = getRouteApi('__root__')
const app = getRouteApi('/_app')

/**
 * An address that leads somebody who is signed in nowhere, or to what is not theirs to see: it does
 * not say which. Answered with 404.
 */
export function AppMissingPage() {
  const { account } = root.useLoaderData()
  // Stands in for the layout when a route below refused; below it when there is no such route.
  const isLayout = app.useMatch({ select: ({ status }) => status === 'notFound' })
  const page = (
    <>
      <PageMeta title={m.navigation_missing_title()} />
      <EmptyState
        as="h1"
        drawing={<GateDrawing />}
        title={m.navigation_missing_title()}
        action={
          <ButtonLink to={homePath} variant="primary">
            {m.navigation_missing_app_home()}
          </ButtonLink>
        }
        className="py-24"
      >
        {m.navigation_missing_app_text()}
      </EmptyState>
    </>
  )
  return account && isLayout ? <AppFrame account={account}>{page}</AppFrame> : page
}
