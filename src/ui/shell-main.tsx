import { useRouterState } from '@tanstack/react-router'
import clsx from 'clsx'
import type { ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'

interface ShellMainProps {
  /** Where the line lies: at the top of what scrolls, below what sticks. */
  line: string
  className: string
  children: ReactNode
}

/**
 * The content of a shell. While the next page is loaded, this one stays; from a moment on that the
 * eye would call a delay, a line says that the press was heard.
 */
export function ShellMain({ line, className, children }: ShellMainProps) {
  // Not while the same page is loaded anew: pages that wait for something do that again and again.
  const isLeaving = useRouterState({
    select: ({ status, location, resolvedLocation }) =>
      status === 'pending' &&
      resolvedLocation !== undefined &&
      location.href !== resolvedLocation.href,
  })
  return (
    <main id="content" tabIndex={-1} aria-busy={isLeaving} className={className}>
      {isLeaving && (
        <div
          role="progressbar"
          aria-label={m.ui_loading()}
          className={clsx(
            'pointer-events-none fixed z-30 h-0.5 animate-appear-late overflow-hidden print:hidden',
            line,
          )}
        >
          <div className="h-full w-1/3 animate-indeterminate bg-primary motion-reduce:w-full" />
        </div>
      )}
      {children}
    </main>
  )
}
