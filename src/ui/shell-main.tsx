import clsx from 'clsx'
import type { ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'
import { usePendingPage } from './use-pending-page.ts'

/** The line stays as it is, and so do messages. */
const dimmed = '[&>:not([role])]:animate-dim-late [&>:not([role])]:opacity-50'

interface ShellMainProps {
  /** Where the line lies: at the top of what scrolls, below what sticks. */
  line: string
  className: string
  children: ReactNode
}

/**
 * The content of a shell. While the next page is loaded, this one stays; from a moment on that the
 * eye would call a delay, a line says that the press was heard, and what is about to go is dimmed.
 */
export function ShellMain({ line, className, children }: ShellMainProps) {
  const pending = usePendingPage()
  return (
    <main
      id="content"
      tabIndex={-1}
      aria-busy={pending !== undefined}
      className={clsx(className, pending === 'other' && dimmed)}
    >
      {pending && (
        <div
          role="progressbar"
          aria-label={m.ui_loading()}
          className={clsx(
            'pointer-events-none fixed z-30 h-1 animate-appear-late overflow-hidden bg-primary/25 print:hidden',
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
