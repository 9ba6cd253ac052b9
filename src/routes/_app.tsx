import { createFileRoute, Outlet, redirect } from '@tanstack/react-router'
import { AppFailedPage } from '#/features/navigation/app-failed-page.tsx'
import { AppFrame } from '#/features/navigation/app-frame.tsx'
import { AppMissingPage } from '#/features/navigation/app-missing-page.tsx'
import { rpc } from '#/rpc/client.ts'

/**
 * Every page behind this layout has a signed-in person. Asked on each navigation, so that a ban or
 * a revoked session holds on the very next click; the account is in the route context.
 */
export const Route = createFileRoute('/_app')({
  beforeLoad: async ({ location }) => {
    const account = await rpc.identity.me()
    if (!account) throw redirect({ to: '/sign-in', search: { redirect: location.href } })
    return { account }
  },
  head: () => ({ meta: [{ name: 'robots', content: 'noindex' }] }),
  component: AppLayout,
  errorComponent: AppFailedPage,
  notFoundComponent: AppMissingPage,
})

function AppLayout() {
  const { account } = Route.useRouteContext()
  return (
    <AppFrame account={account}>
      <Outlet />
    </AppFrame>
  )
}
