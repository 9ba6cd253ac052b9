import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Account } from '#/features/identity/contract.ts'
import { m } from '#/i18n/messages.ts'
import { site } from '#/site.ts'
import { ButtonLink } from '#/ui/button.tsx'
import { SiteNavItem } from '#/ui/nav-item.tsx'
import { PublicShell } from '#/ui/public-shell.tsx'
import { BrandMark } from './brand-mark.tsx'
import { PublicFooter } from './public-footer.tsx'

/** What surrounds every public page: the way around, the way in, and the footer. */
export function PublicFrame({
  account,
  children,
}: {
  account: Account | null
  children: ReactNode
}) {
  return (
    <PublicShell
      brand={
        <Link to="/" className="flex items-center gap-2 rounded-base text-lg font-semibold">
          <BrandMark />
          {site.name}
        </Link>
      }
      navigation={
        <>
          <SiteNavItem to="/jobs">{m.navigation_jobs()}</SiteNavItem>
          <SiteNavItem to="/" hash="hiring" activeOptions={{ includeHash: true }}>
            {m.navigation_hiring()}
          </SiteNavItem>
          <SiteNavItem to="/pricing">{m.navigation_pricing()}</SiteNavItem>
        </>
      }
      account={account ? <SignedIn /> : <SignedOut />}
      footer={<PublicFooter />}
    >
      {children}
    </PublicShell>
  )
}

const SignedIn = () => (
  <ButtonLink to="/home" variant="primary">
    {m.navigation_open_app()}
  </ButtonLink>
)

const SignedOut = () => (
  <>
    <ButtonLink to="/sign-in" variant="quiet" className="max-sm:hidden!">
      {m.navigation_sign_in()}
    </ButtonLink>
    <ButtonLink to="/sign-up" variant="primary">
      {m.navigation_sign_up()}
    </ButtonLink>
  </>
)
