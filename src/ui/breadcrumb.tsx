import { Link } from '@tanstack/react-router'
import type { LinkProps } from '@tanstack/react-router'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import { Fragment } from 'react'
import { m } from '#/i18n/messages.ts'

interface Crumb {
  label: string
  /** What `linkOptions({ to: ... })` returns. */
  link: LinkProps
}

/** The way up: what the page lies in. The page's own name is its h1, just below. */
export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label={m.ui_breadcrumb()} className="flex items-center gap-1 text-sm text-ink-muted">
      <ChevronLeft aria-hidden="true" className="-ml-1 size-4 shrink-0 text-ink-faint" />
      <ol className="flex min-w-0 flex-wrap items-center gap-1.5">
        {crumbs.map(({ label, link }, index) => (
          <Fragment key={label}>
            {index > 0 && (
              <li aria-hidden="true" className="text-ink-faint">
                /
              </li>
            )}
            <li className="min-w-0">
              <Link
                {...link}
                className="rounded-[2px] hover:text-ink hover:underline pointer-coarse:inline-block pointer-coarse:py-2"
              >
                {label}
              </Link>
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  )
}
