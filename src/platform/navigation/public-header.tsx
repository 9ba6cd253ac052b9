import { Link } from '@tanstack/react-router'
import { homePath } from '#/auth/home-path.ts'
import { m } from '#/i18n/messages.ts'
import { publicLinks } from '#/sections/public-links.ts'
import { site } from '#/site.ts'
import { ButtonLink } from '#/ui/button-link.tsx'
import { SiteNavItem } from '#/ui/nav-item.tsx'
import { NavSheet, NavSheetButton } from '#/ui/nav-sheet.tsx'
import { ThemeSwitch } from '#/ui/theme-switch.tsx'
import { BrandMark } from './brand-mark.tsx'
import { LanguageLinks } from './language-links.tsx'

export function PublicHeader({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <div className="mx-auto flex h-14 w-full max-w-6xl items-center gap-x-8 px-5 sm:px-8 lg:h-16">
      <div className="flex min-w-0 items-center gap-1">
        <NavSheetButton opens="site-navigation" className="-ml-2.5" />
        <Brand />
      </div>
      <NavSheet
        id="site-navigation"
        brand={<Brand />}
        className="lg:static lg:m-0 lg:flex lg:border-0 lg:bg-transparent lg:p-0"
      >
        <nav
          aria-label={m.ui_main_navigation()}
          className="flex max-lg:flex-col max-lg:gap-0.5 max-lg:p-3 lg:items-center lg:gap-7"
        >
          {publicLinks
            .filter(({ inHeader }) => inHeader)
            .map(({ to, hash, label }) => (
              <SiteNavItem
                key={`${to}#${hash}`}
                to={to}
                hash={hash}
                activeOptions={{ includeHash: hash !== undefined }}
              >
                {label()}
              </SiteNavItem>
            ))}
          <SiteNavItem to="/pricing">{m.navigation_pricing()}</SiteNavItem>
          {!isSignedIn && (
            <SiteNavItem to="/sign-in" className="sm:hidden">
              {m.navigation_sign_in()}
            </SiteNavItem>
          )}
        </nav>
        <div className="mt-auto space-y-4 border-t p-5 text-ink-muted lg:hidden">
          <LanguageLinks />
          <ThemeSwitch name="theme-in-menu" />
        </div>
      </NavSheet>
      <div className="ml-auto flex items-center gap-2">
        {isSignedIn ? <WayIn /> : <SignInAndUp />}
      </div>
    </div>
  )
}

const Brand = () => (
  <Link to="/" className="flex items-center gap-2 rounded-base text-lg font-semibold">
    <BrandMark />
    {site.name}
  </Link>
)

const WayIn = () => (
  <ButtonLink to={homePath} variant="primary">
    {m.navigation_open_app()}
  </ButtonLink>
)

/** On a phone there is room for one of them; signing in is in the sheet. */
const SignInAndUp = () => (
  <>
    <ButtonLink to="/sign-in" variant="quiet" className="max-sm:hidden!">
      {m.navigation_sign_in()}
    </ButtonLink>
    <ButtonLink to="/sign-up" variant="primary">
      {m.navigation_sign_up()}
    </ButtonLink>
  </>
)
