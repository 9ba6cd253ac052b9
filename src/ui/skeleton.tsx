import clsx from 'clsx'
import type { ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'

/** One grey shape; give it the size of what will stand there. */
export function Skeleton({ className }: { className: string }) {
  return (
    <span
      aria-hidden="true"
      className={clsx('block animate-pulse rounded-[4px] bg-ink/9', className)}
    />
  )
}

/** Lines of text to come; the last is shorter. */
export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <span className="block space-y-2">
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton
          key={index}
          className={clsx('h-3.5', index === lines - 1 && lines > 1 ? 'w-3/5' : 'w-full')}
        />
      ))}
    </span>
  )
}

/** Wraps skeletons and says "Loading" once to screen readers. */
export function Loading({ children }: { children: ReactNode }) {
  return (
    <div role="status">
      <span className="sr-only">{m.ui_loading()}</span>
      {children}
    </div>
  )
}
