import { createFileRoute, redirect } from '@tanstack/react-router'
import { homePath, safeRedirect } from '#/auth/safe-redirect.ts'
import { VerifyPage } from '#/features/identity/verify-page.tsx'
import { pageTitle } from '#/features/navigation/page-title.ts'
import { m } from '#/i18n/messages.ts'

type Search = { redirect?: string; done?: boolean; error?: string }

/** "Look into your inbox", and the page to which the link of that mail leads. */
export const Route = createFileRoute('/_auth/verify')({
  validateSearch: (search): Search => ({
    redirect: search.redirect === undefined ? undefined : safeRedirect(search.redirect),
    done: search.done === undefined ? undefined : true,
    error: typeof search.error === 'string' ? search.error : undefined,
  }),
  beforeLoad: ({ context, search }) => {
    const next = safeRedirect(search.redirect)
    if (search.error || !search.done) return
    if (!context.account) {
      throw redirect({ to: '/sign-in', search: { redirect: next, notice: 'confirmed' } })
    }
    if (next === homePath) throw redirect({ to: homePath, search: { welcome: true } })
    throw redirect({ href: next })
  },
  head: () => ({
    meta: [
      { title: pageTitle(m.identity_verify_title()) },
      { name: 'description', content: m.identity_verify_description() },
    ],
  }),
  component: Verify,
})

function Verify() {
  const { redirect: goOnTo, error } = Route.useSearch()
  return <VerifyPage redirect={goOnTo} isExpired={error !== undefined} />
}
