import { Link } from '@tanstack/react-router'
import { m } from '#/i18n/messages.ts'
import type { PipelineSearch } from './pipeline-search.ts'

const segment =
  'flex items-center rounded-[4px] border border-transparent px-3 text-sm font-medium text-ink-muted transition-colors hover:text-ink data-[status=active]:border-line-strong data-[status=active]:bg-raised data-[status=active]:text-ink'

/** The same applications as a list or as a board; the filters stay. */
export function ViewSwitch({ orgSlug, search }: { orgSlug: string; search: PipelineSearch }) {
  const { job, q, sort } = search
  const link = (view: PipelineSearch['view'], label: string) => (
    <Link
      to="/o/$orgSlug/applications"
      params={{ orgSlug }}
      search={{ view, job, q, sort }}
      activeOptions={{ explicitUndefined: true }}
      className={segment}
    >
      {label}
    </Link>
  )
  return (
    <nav
      aria-label={m.applications_view()}
      className="inline-flex h-9 items-stretch rounded-base border border-line bg-sunken p-0.5 pointer-coarse:h-11"
    >
      {link(undefined, m.applications_view_list())}
      {link('board', m.applications_view_board())}
    </nav>
  )
}
