import { createFileRoute, Outlet } from '@tanstack/react-router'
import { PublicFrame } from '../public-frame.tsx'
import { displayFontLinks } from '#/ui/fonts.ts'

/** The pages that everybody may see. */
export const Route = createFileRoute('/_public')({
  loader: async ({ parentMatchPromise }) => {
    const { loaderData } = await parentMatchPromise
    return { isSignedIn: Boolean(loaderData?.account) }
  },
  head: () => ({ links: displayFontLinks }),
  component: PublicLayout,
})

function PublicLayout() {
  return (
    <PublicFrame isSignedIn={Route.useLoaderData().isSignedIn}>
      <Outlet />
    </PublicFrame>
  )
}
