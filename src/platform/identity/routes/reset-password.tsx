import { createFileRoute } from '@tanstack/react-router'
import { homePath } from '#/auth/home-path.ts'
import { safeRedirect } from '#/auth/safe-redirect.ts'
import { ResetPasswordPage } from '../reset-password-page.tsx'
import { postResetPassword } from '../posted-forms.server.ts'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'

type Search = { token?: string; confirming?: boolean; redirect?: string }

/**
 * The page behind a mail's link: with a token, or with an error when the link is no longer valid. Also the
 * link that confirms an address, opened in another browser than the one that signed up.
 */
export const Route = createFileRoute('/_auth/reset-password')({
  server: {
    handlers: {
      POST: async ({ request, next }) => {
        const posted = await postResetPassword(request)
        return posted instanceof Response ? posted : next({ context: { posted } })
      },
    },
  },
  validateSearch: (search): Search => ({
    token: typeof search.token === 'string' ? search.token : undefined,
    confirming: search.confirming === undefined ? undefined : true,
    redirect: search.redirect === undefined ? undefined : safeRedirect(search.redirect),
  }),
  loader: ({ serverContext }) => ({ posted: serverContext?.posted ?? null }),
  component: ResetPassword,
})

function ResetPassword() {
  const { token, confirming, redirect = homePath } = Route.useSearch()
  const title = confirming ? m.identity_confirm_title() : m.identity_forgot_title()
  return (
    <>
      <PageMeta title={title} description={m.identity_forgot_text()} />
      <ResetPasswordPage
        {...Route.useLoaderData()}
        token={token}
        confirmsFor={confirming ? redirect : undefined}
      />
    </>
  )
}
