import { createFileRoute, redirect } from '@tanstack/react-router'
import { safeRedirect } from '#/auth/safe-redirect.ts'
import { type SignInNotice, signInNotices } from '#/features/identity/sign-in-notices.ts'
import { SignInPage } from '#/features/identity/sign-in-page.tsx'
import { pageTitle } from '#/features/navigation/page-title.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

type Search = { redirect?: string; notice?: SignInNotice }

export const Route = createFileRoute('/_auth/sign-in')({
  validateSearch: (search): Search => ({
    redirect: search.redirect === undefined ? undefined : safeRedirect(search.redirect),
    notice: signInNotices.find((notice) => notice === search.notice),
  }),
  beforeLoad: ({ context, search }) => {
    if (context.account) throw redirect({ href: safeRedirect(search.redirect) })
  },
  loader: () => rpc.identity.endOfSession(),
  head: () => ({
    meta: [
      { title: pageTitle(m.identity_sign_in_title()) },
      { name: 'description', content: m.identity_sign_in_description() },
    ],
  }),
  component: SignIn,
})

function SignIn() {
  const ended = Route.useLoaderData()
  return <SignInPage {...Route.useSearch()} isSuspended={ended?.reason === 'SUSPENDED'} />
}
