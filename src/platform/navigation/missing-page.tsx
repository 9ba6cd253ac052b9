import { getRouteApi } from '@tanstack/react-router'
import { m } from '#/i18n/messages.ts'
import { publicLinks } from '#/sections/public-links.ts'
import { ButtonLink } from '#/ui/button-link.tsx'
import { GateDrawing } from '#/ui/drawings/gate.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'
import { PageMeta } from './page-meta.tsx'
import { PublicFrame } from './public-frame.tsx'

const instead = publicLinks.find(({ invitation }) => invitation)

/** Answered with 404. */
export function MissingPage() {
  return (
    <>
      <PageMeta title={m.navigation_missing_title()} />
      <EmptyState
        as="h1"
        drawing={<GateDrawing />}
        title={m.navigation_missing_title()}
        action={
          <>
            {instead?.invitation && (
              <ButtonLink to={instead.to} variant="primary">
                {instead.invitation()}
              </ButtonLink>
            )}
            <ButtonLink to="/" variant={instead ? 'secondary' : 'primary'}>
              {m.navigation_missing_home()}
            </ButtonLink>
          </>
        }
        className="py-24"
      >
        {m.navigation_missing_text()}
      </EmptyState>
    </>
  )
}

const root = getRouteApi('__root__')

/** For an address that belongs to no part of the site, so that nothing frames the page yet. */
export function FramedMissingPage() {
  const { account } = root.useLoaderData()
  return (
    <PublicFrame isSignedIn={account !== null}>
      <MissingPage />
    </PublicFrame>
  )
}
