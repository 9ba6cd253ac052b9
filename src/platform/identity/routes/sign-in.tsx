import { createFileRoute, redirect } from '@tanstack/react-router'
import { safeRedirect } from '#/auth/safe-redirect.ts'
import { AuthIsland } from '../auth-island.tsx'
import { type SignInNotice, signInNotices } from '../sign-in-notices.ts'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
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
  component: SignIn,
})

function SignIn() {
  const ended = Route.useLoaderData()
  const search = Route.useSearch()
  return (
    <>
      <PageMeta title={m.identity_sign_in_title()} description={m.identity_sign_in_description()} />
      <AuthIsland page="sign-in" {...search} isSuspended={ended?.reason === 'SUSPENDED'} />
    </>
  )
}
