import { Link } from '@tanstack/react-router'
import type { LinkProps } from '@tanstack/react-router'
import { Fragment } from 'react'
import { m } from '#/i18n/messages.ts'

interface Crumb {
  label: string
  /** What `linkOptions({ to: ... })` returns; left out for the page itself, which comes last. */
  link?: LinkProps
}

export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label={m.ui_breadcrumb()}>
      <ol className="flex flex-wrap items-center gap-1.5 text-sm text-ink-muted">
        {crumbs.map(({ label, link }, index) => (
          <Fragment key={label}>
            {index > 0 && (
              <li aria-hidden="true" className="text-ink-faint">
                /
              </li>
            )}
            <li className="min-w-0">
              {link ? (
                <Link {...link} className="rounded-[2px] hover:text-ink hover:underline">
                  {label}
                </Link>
              ) : (
                <span aria-current="page" className="text-ink">
                  {label}
                </span>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  )
}
