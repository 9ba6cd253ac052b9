import clsx from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

/** A bounded surface. Do not nest; inside, divide with hairlines. */
export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return <div {...rest} className={clsx('rounded-base border bg-surface', className)} />
}

interface PanelProps {
  title: ReactNode
  description?: ReactNode
  /** Buttons beside the title. */
  actions?: ReactNode
  /** A last line, for example with a link to the whole. */
  footer?: ReactNode
  /** Without the inner space, for tables and lists that reach the edge. */
  flush?: boolean
  className?: string
  children: ReactNode
}

/** A card with a heading (h2): one section of a page in the app. */
export function Panel({
  title,
  description,
  actions,
  footer,
  flush,
  className,
  children,
}: PanelProps) {
  return (
    <section
      className={clsx('flex flex-col overflow-hidden rounded-base border bg-surface', className)}
    >
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-4 py-3">
        {/* As high as with a small button, so that the rules of panels side by side are one line. */}
        <div className="flex min-h-8 min-w-0 flex-col justify-center pointer-coarse:min-h-10">
          <h2 className="font-semibold">{title}</h2>
          {description && <p className="text-ink-muted">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </header>
      <div className={clsx('min-w-0 flex-1', !flush && 'p-4')}>{children}</div>
      {footer && <footer className="border-t px-4 py-2.5 text-ink-muted">{footer}</footer>}
    </section>
  )
}
