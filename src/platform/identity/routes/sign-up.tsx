import { createFileRoute, redirect } from '@tanstack/react-router'
import { safeRedirect } from '#/auth/safe-redirect.ts'
import { AuthIsland } from '../auth-island.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'

export const Route = createFileRoute('/_auth/sign-up')({
  validateSearch: (search): { redirect?: string } => ({
    redirect: search.redirect === undefined ? undefined : safeRedirect(search.redirect),
  }),
  beforeLoad: ({ context, search }) => {
    if (context.account) throw redirect({ href: safeRedirect(search.redirect) })
  },
  component: SignUp,
})

function SignUp() {
  const search = Route.useSearch()
  return (
    <>
      <PageMeta title={m.identity_sign_up_title()} description={m.identity_sign_up_description()} />
      <AuthIsland page="sign-up" {...search} />
    </>
  )
}
