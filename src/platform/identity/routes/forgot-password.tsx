import { createFileRoute } from '@tanstack/react-router'
import { ForgotPasswordPage } from '../forgot-password-page.tsx'
import { postForgotPassword } from '../posted-forms.server.ts'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'

export const Route = createFileRoute('/_auth/forgot-password')({
  server: {
    handlers: {
      POST: async ({ request, next }) => {
        const posted = await postForgotPassword(request)
        return posted instanceof Response ? posted : next({ context: { posted } })
      },
    },
  },
  loader: ({ serverContext }) => ({ posted: serverContext?.posted ?? null }),
  component: ForgotPassword,
})

function ForgotPassword() {
  return (
    <>
      <PageMeta title={m.identity_forgot_title()} description={m.identity_forgot_text()} />
      <ForgotPasswordPage {...Route.useLoaderData()} />
    </>
  )
}
