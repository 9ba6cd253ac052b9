import type { ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'
import { NavSheet, NavSheetButton } from './nav-sheet.tsx'
import { NeedsScriptsOnce } from './needs-scripts-once.tsx'
import { ShellMain } from './shell-main.tsx'
import { SkipLink } from './skip-link.tsx'

interface AppShellProps {
  /** A link with the name. */
  brand: ReactNode
  /** Where one is: the organisation, with a Menu to change it. */
  switcher?: ReactNode
  /** NavItem and NavGroup. */
  navigation: ReactNode
  /** The account's Menu, at the end of the sidebar. */
  account: ReactNode
  /** At the end of the phone's top bar. */
  topBar?: ReactNode
  /** A line above everything: "You are acting as Ada". */
  banner?: ReactNode
  children: ReactNode
}

/** The frame of the app: a sidebar on a desktop, a top bar and a sheet on a phone. */
export function AppShell({
  brand,
  switcher,
  navigation,
  account,
  topBar,
  banner,
  children,
}: AppShellProps) {
  return (
    <div className="min-h-dvh lg:not-print:grid lg:grid-cols-[15.5rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
      <SkipLink to="content" />
      {banner && <div className="lg:col-span-2">{banner}</div>}
      <header className="sticky top-0 z-30 flex h-14 items-center gap-1 border-b bg-canvas pr-3 pl-2 lg:hidden print:hidden">
        <NavSheetButton opens="app-navigation" />
        {brand}
        {topBar && <div className="ml-auto flex items-center gap-1">{topBar}</div>}
      </header>
      <NavSheet
        id="app-navigation"
        brand={brand}
        className="lg:sticky lg:top-0 lg:row-start-2 lg:m-0 lg:flex lg:h-dvh lg:w-auto lg:flex-col lg:scroll-pb-24 lg:overflow-y-auto lg:border-y-0 lg:border-r lg:border-l-0 lg:bg-sunken lg:p-0 print:hidden"
      >
        <header className="flex flex-1 flex-col">
          <div className="hidden h-14 shrink-0 items-center px-5 lg:flex">{brand}</div>
          {switcher && <div className="p-3 pb-0 lg:pt-0">{switcher}</div>}
          <nav aria-label={m.ui_main_navigation()} className="flex flex-1 flex-col gap-5 p-3 pt-4">
            {navigation}
          </nav>
          <div className="sticky bottom-0 border-t bg-surface p-3 lg:bg-sunken">{account}</div>
        </header>
      </NavSheet>
      <ShellMain
        line="inset-x-0 top-14 lg:top-0 lg:left-[15.5rem]"
        className="mx-auto w-full max-w-frame min-w-0 px-4 py-6 outline-none sm:px-6 lg:row-start-2 lg:px-10 lg:py-8 print:p-0"
      >
        <NeedsScriptsOnce>{children}</NeedsScriptsOnce>
      </ShellMain>
    </div>
  )
}
