import { createFileRoute } from '@tanstack/react-router'
import { AuthIsland } from '#/features/identity/auth-island.tsx'
import { PageMeta } from '#/features/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'

/** Where the link of the mail leads: with a token, or with an error when it no longer holds. */
export const Route = createFileRoute('/_auth/reset-password')({
  validateSearch: (search): { token?: string } => ({
    token: typeof search.token === 'string' ? search.token : undefined,
  }),
  component: ResetPassword,
})

function ResetPassword() {
  const { token } = Route.useSearch()
  return (
    <>
      <PageMeta title={m.identity_forgot_title()} description={m.identity_forgot_text()} />
      <AuthIsland page="reset-password" token={token} />
    </>
  )
}
