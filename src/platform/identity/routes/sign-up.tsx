import { createFileRoute, redirect } from '@tanstack/react-router'
import { safeRedirect } from '#/auth/safe-redirect.ts'
import { SignUpPage } from '../sign-up-page.tsx'
import { postSignUp } from '../posted-forms.server.ts'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'

export const Route = createFileRoute('/_auth/sign-up')({
  server: {
    handlers: {
      POST: async ({ request, next }) => {
        const posted = await postSignUp(request)
        return posted instanceof Response ? posted : next({ context: { posted } })
      },
    },
  },
  validateSearch: (search): { redirect?: string } => ({
    redirect: search.redirect === undefined ? undefined : safeRedirect(search.redirect),
  }),
  beforeLoad: ({ context, search }) => {
    if (context.account) throw redirect({ href: safeRedirect(search.redirect) })
  },
  loader: ({ serverContext }) => ({ posted: serverContext?.posted ?? null }),
  component: SignUp,
})

function SignUp() {
  const search = Route.useSearch()
  return (
    <>
      <PageMeta title={m.identity_sign_up_title()} description={m.identity_sign_up_description()} />
      <SignUpPage {...Route.useLoaderData()} {...search} />
    </>
  )
}
