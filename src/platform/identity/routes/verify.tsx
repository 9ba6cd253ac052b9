import { createFileRoute, redirect } from '@tanstack/react-router'
import { homePath } from '#/auth/home-path.ts'
import { safeRedirect } from '#/auth/safe-redirect.ts'
import { VerifyPage } from '../verify-page.tsx'
import { postVerify } from '../posted-forms.server.ts'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'

type Search = { redirect?: string; done?: boolean; error?: string }

/** "Look into your inbox", and the page to which the link of that mail leads. */
export const Route = createFileRoute('/_auth/verify')({
  server: {
    handlers: {
      POST: async ({ request, next }) => {
        const posted = await postVerify(request)
        return posted instanceof Response ? posted : next({ context: { posted } })
      },
    },
  },
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
    throw redirect({ href: next === homePath ? `${homePath}?welcome=true` : next })
  },
  loader: ({ serverContext }) => ({ posted: serverContext?.posted ?? null }),
  component: Verify,
})

function Verify() {
  const { redirect: goOnTo, error } = Route.useSearch()
  return (
    <>
      <PageMeta
        title={m.identity_verify_ask_title()}
        description={m.identity_verify_description()}
      />
      <VerifyPage {...Route.useLoaderData()} redirect={goOnTo} isExpired={error !== undefined} />
    </>
  )
}
