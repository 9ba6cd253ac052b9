import { Link } from '@tanstack/react-router'
import type { LinkProps } from '@tanstack/react-router'
import clsx from 'clsx'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import type { ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'
import { pagesToShow } from './pages-to-show.ts'

interface PaginationProps {
  /** From 1. */
  page: number
  pageCount: number
  /** The link to a page: `(page) => linkOptions({ to: '.', search: (old) => ({ ...old, page }) })`. */
  link: (page: number) => LinkProps
}

const cell =
  'inline-flex h-8 min-w-8 items-center justify-center gap-1 rounded-base px-2 text-sm tabular-nums pointer-coarse:h-11 pointer-coarse:min-w-11 [&_svg]:size-4'

/** Links, so that every page has an address. Shows nothing when there is one page. */
export function Pagination({ page, pageCount, link }: PaginationProps) {
  if (pageCount <= 1) return null

  const step = (to: number, children: ReactNode) =>
    to < 1 || to > pageCount ? (
      <span aria-hidden="true" className={clsx(cell, 'text-ink-faint')}>
        {children}
      </span>
    ) : (
      <Link
        {...link(to)}
        rel={to < page ? 'prev' : 'next'}
        className={clsx(cell, 'text-ink-muted hover:bg-ink/6 hover:text-ink')}
      >
        {children}
      </Link>
    )

  return (
    <nav aria-label={m.ui_pagination()} className="flex items-center justify-between gap-2">
      {step(
        page - 1,
        <>
          <ChevronLeft aria-hidden="true" />
          {m.ui_previous_page()}
        </>,
      )}
      <ol className="hidden items-center gap-1 sm:flex">
        {pagesToShow(page, pageCount).map((shown, index) => (
          <li key={shown ?? `gap-${index}`}>
            {shown === undefined ? (
              <span aria-hidden="true" className={clsx(cell, 'text-ink-faint')}>
                …
              </span>
            ) : (
              <Link
                {...link(shown)}
                aria-label={m.ui_page_number({ page: shown })}
                aria-current={shown === page ? 'page' : undefined}
                activeProps={{}}
                className={clsx(
                  cell,
                  shown === page
                    ? 'bg-primary-soft font-semibold text-primary'
                    : 'text-ink-muted hover:bg-ink/6 hover:text-ink',
                )}
              >
                {shown}
              </Link>
            )}
          </li>
        ))}
      </ol>
      <span className="text-sm text-ink-muted tabular-nums sm:hidden">
        {m.ui_page_of({ page, count: pageCount })}
      </span>
      {step(
        page + 1,
        <>
          {m.ui_next_page()}
          <ChevronRight aria-hidden="true" />
        </>,
      )}
    </nav>
  )
}
