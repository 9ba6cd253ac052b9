import type { ReactNode } from 'react'

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded-[4px] border border-b-2 border-line-strong bg-raised px-1 font-text text-xs text-ink-muted">
      {children}
    </kbd>
  )
}
