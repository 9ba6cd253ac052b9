import { createFileRoute } from '@tanstack/react-router'
import { ResetPasswordPage } from '#/features/identity/reset-password-page.tsx'
import { pageTitle } from '#/features/navigation/page-title.ts'
import { m } from '#/i18n/messages.ts'

/** Where the link of the mail leads: with a token, or with an error when it no longer holds. */
export const Route = createFileRoute('/_auth/reset-password')({
  validateSearch: (search): { token?: string } => ({
    token: typeof search.token === 'string' ? search.token : undefined,
  }),
  head: () => ({
    meta: [
      { title: pageTitle(m.identity_forgot_title()) },
      { name: 'description', content: m.identity_forgot_text() },
    ],
  }),
  component: ResetPassword,
})

function ResetPassword() {
  return <ResetPasswordPage {...Route.useSearch()} />
}
