import { createFileRoute, redirect } from '@tanstack/react-router'
import { safeRedirect } from '#/auth/safe-redirect.ts'
import { SignInPage } from '../sign-in-page.tsx'
import { type SignInNotice, signInNotices } from '../sign-in-notices.ts'
import { postSignIn } from '../posted-forms.server.ts'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

type Search = { redirect?: string; notice?: SignInNotice }

export const Route = createFileRoute('/_auth/sign-in')({
  server: {
    handlers: {
      POST: async ({ request, next }) => {
        const posted = await postSignIn(request)
        return posted instanceof Response ? posted : next({ context: { posted } })
      },
    },
  },
  validateSearch: (search): Search => ({
    redirect: search.redirect === undefined ? undefined : safeRedirect(search.redirect),
    notice: signInNotices.find((notice) => notice === search.notice),
  }),
  beforeLoad: ({ context, search }) => {
    if (context.account) throw redirect({ href: safeRedirect(search.redirect) })
  },
  loader: async ({ serverContext }) => ({
    ended: await rpc.identity.endOfSession(),
    posted: serverContext?.posted ?? null,
  }),
  component: SignIn,
})

function SignIn() {
  const { ended, posted } = Route.useLoaderData()
  const search = Route.useSearch()
  return (
    <>
      <PageMeta title={m.identity_sign_in_title()} description={m.identity_sign_in_description()} />
      <SignInPage {...search} posted={posted} isSuspended={ended?.reason === 'SUSPENDED'} />
    </>
  )
}
