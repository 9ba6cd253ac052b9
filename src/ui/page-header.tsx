import type { ReactNode } from 'react'

interface PageHeaderProps {
  title: ReactNode
  /** One sentence below the title. */
  description?: ReactNode
  /** The Breadcrumb above. */
  breadcrumb?: ReactNode
  /** A Badge or Status beside the title. */
  mark?: ReactNode
  /** Buttons; the primary one last. */
  actions?: ReactNode
}

/** The head of a page in the app; holds its h1. */
export function PageHeader({ title, description, breadcrumb, mark, actions }: PageHeaderProps) {
  return (
    <header className="mb-6">
      {breadcrumb && <div className="mb-2">{breadcrumb}</div>}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="min-w-0 text-xl font-semibold">{title}</h1>
            {mark}
          </div>
          {description && <p className="mt-1 max-w-[65ch] text-ink-muted">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  )
}
