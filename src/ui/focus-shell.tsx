import type { ReactNode } from 'react'
import { SkipLink } from './skip-link.tsx'

interface FocusShellProps {
  brand: ReactNode
  /** The page's h1. */
  title: ReactNode
  description?: ReactNode
  /** Below a hairline: the other way, "New here? Create an account". */
  aside?: ReactNode
  /** A last, small line: language, appearance, legal. */
  footer?: ReactNode
  children: ReactNode
}

/** One task and nothing else: signing in, answering an invitation, the result of a payment. */
export function FocusShell({
  brand,
  title,
  description,
  aside,
  footer,
  children,
}: FocusShellProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink to="content" />
      <header className="flex h-16 items-center px-5 sm:px-8">{brand}</header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-[26rem] flex-1 px-5 pt-[6vh] pb-16 outline-none"
      >
        <h1 className="font-display text-display-sm">{title}</h1>
        {description && <p className="mt-2 text-ink-muted">{description}</p>}
        <div className="mt-7">{children}</div>
        {aside && <div className="mt-8 border-t pt-5 text-ink-muted">{aside}</div>}
      </main>
      {footer && (
        <footer className="flex flex-wrap items-center justify-between gap-4 px-5 py-5 text-ink-muted sm:px-8">
          {footer}
        </footer>
      )}
    </div>
  )
}
