import { createLink } from '@tanstack/react-router'
import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

export const tabListClass = 'flex gap-5 overflow-x-auto border-b [scrollbar-width:none]'

export const tabClass =
  'relative inline-flex h-10 shrink-0 items-center gap-2 text-sm font-medium whitespace-nowrap text-ink-muted transition-colors after:absolute after:inset-x-0 after:bottom-0 after:h-0.5 after:bg-transparent hover:text-ink focus-visible:outline-offset-[-2px] data-active:text-ink data-active:after:bg-primary data-[status=active]:text-ink data-[status=active]:after:bg-primary pointer-coarse:h-12'

/** Tabs that are pages: a navigation of TabLink. */
export function TabLinks({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav aria-label={label} className={tabListClass}>
      {children}
    </nav>
  )
}

/** Takes `to`, `params`, `search` and `activeOptions` as the router's Link does. */
export const TabLink = createLink(function TabAnchor({
  className,
  children,
  ...rest
}: ComponentProps<'a'>) {
  return (
    <a {...rest} className={clsx(tabClass, className)}>
      {children}
    </a>
  )
})
