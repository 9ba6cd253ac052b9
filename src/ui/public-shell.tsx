import type { ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'
import { NavSheet, NavSheetButton } from './nav-sheet.tsx'
import { SkipLink } from './skip-link.tsx'

interface PublicShellProps {
  /** A link to the landing page with the name. */
  brand: ReactNode
  /** A few SiteNavItem. */
  navigation: ReactNode
  /** Sign in and sign up, or the way into the app. Stays visible on a phone: keep it short. */
  account: ReactNode
  footer: ReactNode
  /** A line above everything. */
  banner?: ReactNode
  children: ReactNode
}

/** The frame of public pages. Its children are full-width sections; use Container inside. */
export function PublicShell({
  brand,
  navigation,
  account,
  footer,
  banner,
  children,
}: PublicShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink to="content" />
      {banner}
      <header className="sticky top-0 z-30 border-b bg-canvas">
        <div className="mx-auto flex h-14 w-full max-w-6xl items-center gap-x-8 px-5 sm:px-8 lg:h-16">
          <div className="flex min-w-0 items-center gap-1">
            <NavSheetButton opens="site-navigation" className="-ml-2.5" />
            {brand}
          </div>
          <NavSheet
            id="site-navigation"
            brand={brand}
            className="lg:static lg:m-0 lg:flex lg:border-0 lg:bg-transparent lg:p-0"
          >
            <nav
              aria-label={m.ui_main_navigation()}
              className="flex max-lg:flex-col max-lg:gap-0.5 max-lg:p-3 lg:items-center lg:gap-7"
            >
              {navigation}
            </nav>
          </NavSheet>
          <div className="ml-auto flex items-center gap-2">{account}</div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="flex-1 text-base outline-none">
        {children}
      </main>
      <footer className="border-t">
        <div className="mx-auto w-full max-w-6xl px-5 py-10 text-ink-muted sm:px-8">{footer}</div>
      </footer>
    </div>
  )
}
