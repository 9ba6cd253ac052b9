import { createFileRoute } from '@tanstack/react-router'
import { homePath } from '#/auth/home-path.ts'
import { safeRedirect } from '#/auth/safe-redirect.ts'
import { AuthIsland } from '../auth-island.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'

type Search = { token?: string; confirming?: boolean; redirect?: string }

/**
 * The page behind a mail's link: with a token, or with an error when the link is no longer valid. Also the
 * link that confirms an address, opened in another browser than the one that signed up.
 */
export const Route = createFileRoute('/_auth/reset-password')({
  validateSearch: (search): Search => ({
    token: typeof search.token === 'string' ? search.token : undefined,
    confirming: search.confirming === undefined ? undefined : true,
    redirect: search.redirect === undefined ? undefined : safeRedirect(search.redirect),
  }),
  component: ResetPassword,
})

function ResetPassword() {
  const { token, confirming, redirect = homePath } = Route.useSearch()
  const title = confirming ? m.identity_confirm_title() : m.identity_forgot_title()
  return (
    <>
      <PageMeta title={title} description={m.identity_forgot_text()} />
      <AuthIsland
        page="reset-password"
        token={token}
        confirmsFor={confirming ? redirect : undefined}
      />
    </>
  )
}
