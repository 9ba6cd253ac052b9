import { m } from '#/i18n/messages.ts'
import { ButtonLink } from '#/ui/button-link.tsx'
import { FurrowsDrawing } from '#/ui/drawings/furrows.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'
import { type BoardSearch, filterCount, parseBoardSearch } from './board-search.ts'

/** Says what was looked for, and offers to take back what was asked, part by part. */
export function NothingFound({ search }: { search: BoardSearch }) {
  const { q } = search
  const isFiltered = filterCount(search) > 0
  if (!q && !isFiltered) {
    return (
      <EmptyState drawing={<FurrowsDrawing />} title={m.jobs_empty_title_bare()}>
        {m.jobs_empty_text_bare()}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      drawing={<FurrowsDrawing />}
      title={titleOf(q, isFiltered)}
      action={
        <>
          {q && isFiltered && (
            <>
              <ButtonLink to="/jobs" search={parseBoardSearch({ q })}>
                {m.jobs_filters_clear()}
              </ButtonLink>
              <ButtonLink to="/jobs" search={parseBoardSearch({ ...search, q: '' })}>
                {m.jobs_search_clear()}
              </ButtonLink>
            </>
          )}
          <ButtonLink to="/jobs" variant={q && isFiltered ? 'quiet' : 'secondary'}>
            {m.jobs_all()}
          </ButtonLink>
        </>
      }
    >
      {textOf(q, isFiltered)}
    </EmptyState>
  )
}

function titleOf(q: string | undefined, isFiltered: boolean) {
  if (!q) return m.jobs_empty_title_filters()
  return isFiltered ? m.jobs_empty_title_both({ q }) : m.jobs_empty_title_search({ q })
}

function textOf(q: string | undefined, isFiltered: boolean) {
  if (!q) return m.jobs_empty_text_filters()
  return isFiltered ? m.jobs_empty_text_both() : m.jobs_empty_text_search()
}
