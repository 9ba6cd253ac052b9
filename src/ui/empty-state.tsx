import clsx from 'clsx'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  /** One of src/ui/drawings. */
  drawing?: ReactNode
  /** What is not here: "No applications yet". */
  title: ReactNode
  /** What will bring something here. */
  children?: ReactNode
  /** The button that does it. */
  action?: ReactNode
  /** The level of the title, so that headings stay in order. */
  as?: 'h1' | 'h2' | 'h3' | 'p'
  className?: string
}

export function EmptyState({
  drawing,
  title,
  children,
  action,
  as: Title = 'p',
  className,
}: EmptyStateProps) {
  return (
    <div
      className={clsx(
        'mx-auto flex max-w-sm flex-col items-center px-4 py-12 text-center',
        className,
      )}
    >
      {drawing && <div className="mb-5">{drawing}</div>}
      <Title className="font-semibold">{title}</Title>
      {children && <div className="mt-1 text-ink-muted">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
