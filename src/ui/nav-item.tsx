import { createLink } from '@tanstack/react-router'
import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

type NavItemProps = {
  icon?: ReactNode
  /** What waits there. */
  count?: number
} & ComponentProps<'a'>

/** A line of the app's sidebar. Takes `to`, `params` and `activeOptions` as the router's Link does. */
export const NavItem = createLink(function NavAnchor({
  icon,
  count,
  className,
  children,
  ...rest
}: NavItemProps) {
  return (
    <a
      {...rest}
      className={clsx(
        'flex h-8 items-center gap-2.5 rounded-base px-2 text-sm font-medium text-ink-muted transition-colors hover:bg-ink/6 hover:text-ink data-[status=active]:bg-ink/8 data-[status=active]:text-ink pointer-coarse:h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-ink-faint data-[status=active]:[&_svg]:text-primary',
        className,
      )}
    >
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {count ? <span className="text-xs tabular-nums">{count}</span> : null}
    </a>
  )
})

/** Lines of the sidebar that belong together. */
export function NavGroup({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className="flex flex-col gap-px">
      {label && (
        <p aria-hidden="true" className="px-2 pb-1 text-xs text-ink-faint">
          {label}
        </p>
      )}
      {children}
    </div>
  )
}

/** A link in the head of public pages; a line of the sheet on a phone. */
export const SiteNavItem = createLink(function SiteNavAnchor({
  className,
  children,
  ...rest
}: ComponentProps<'a'>) {
  return (
    <a
      {...rest}
      className={clsx(
        'rounded-base text-sm font-medium text-ink-muted transition-colors hover:text-ink data-[status=active]:text-ink max-lg:flex max-lg:h-11 max-lg:items-center max-lg:px-2 max-lg:text-base max-lg:hover:bg-ink/6 lg:border-b-2 lg:border-transparent lg:rounded-none lg:py-1 lg:data-[status=active]:border-primary',
        className,
      )}
    >
      {children}
    </a>
  )
})
