import { createFileRoute, Outlet, redirect } from '@tanstack/react-router'
import { AppFailedPage } from '../app-failed-page.tsx'
import { AppFrame } from '../app-frame.tsx'
import { AppMissingPage } from '../app-missing-page.tsx'
import { rpc } from '#/rpc/client.ts'

/**
 * Every page behind this layout has a signed-in person. Asked on each navigation, so that a ban or
 * a revoked session holds on the very next click. It is a loader, and not `beforeLoad`, because those
 * wait for one another: the page's own data is asked for at the same time. Nothing is shown before
 * both are there, and the way to sign-in goes before whatever the page was refused.
 */
export const Route = createFileRoute('/_app')({
  // The splitter knows loaders that are functions; without it this one is there with the route.
  codeSplitGroupings: [['component', 'errorComponent', 'notFoundComponent']],
  loader: {
    handler: async ({ location }) => {
      const account = await rpc.identity.me()
      if (!account) throw redirect({ to: '/sign-in', search: { redirect: location.href } })
      return { account }
    },
    staleReloadMode: 'blocking',
  },
  shouldReload: true,
  // The pointer above a link asks for the page alone: the click asks for the person anyway.
  preload: false,
  head: () => ({ meta: [{ name: 'robots', content: 'noindex' }] }),
  component: AppLayout,
  errorComponent: AppFailedPage,
  notFoundComponent: AppMissingPage,
})

function AppLayout() {
  const { account } = Route.useLoaderData()
  return (
    <AppFrame account={account}>
      <Outlet />
    </AppFrame>
  )
}
