import { createFileRoute, redirect } from '@tanstack/react-router'
import { safeRedirect } from '#/auth/safe-redirect.ts'
import { SignUpPage } from '#/features/identity/sign-up-page.tsx'
import { pageTitle } from '#/features/navigation/page-title.ts'
import { m } from '#/i18n/messages.ts'

export const Route = createFileRoute('/_auth/sign-up')({
  validateSearch: (search): { redirect?: string } => ({
    redirect: search.redirect === undefined ? undefined : safeRedirect(search.redirect),
  }),
  beforeLoad: ({ context, search }) => {
    if (context.account) throw redirect({ href: safeRedirect(search.redirect) })
  },
  head: () => ({
    meta: [
      { title: pageTitle(m.identity_sign_up_title()) },
      { name: 'description', content: m.identity_sign_up_description() },
    ],
  }),
  component: SignUp,
})

function SignUp() {
  return <SignUpPage {...Route.useSearch()} />
}
