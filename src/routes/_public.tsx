import { createFileRoute, getRouteApi, Outlet } from '@tanstack/react-router'
import { PublicFrame } from '#/features/navigation/public-frame.tsx'
import { displayFontLinks } from '#/ui/fonts.ts'

const root = getRouteApi('__root__')

/** The pages that everybody may see. */
export const Route = createFileRoute('/_public')({
  head: () => ({ links: displayFontLinks }),
  component: PublicLayout,
})

function PublicLayout() {
  const { account } = root.useLoaderData()
  return (
    <PublicFrame isSignedIn={account !== null}>
      <Outlet />
    </PublicFrame>
  )
}
