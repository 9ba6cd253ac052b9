import clsx from 'clsx'
import { linkOptions } from '@tanstack/react-router'
import SearchIcon from 'lucide-react/icons/search'
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal'
import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { Container } from '#/ui/container.tsx'
import { InputGroup } from '#/ui/input.tsx'
import { NavSheet } from '#/ui/nav-sheet.tsx'
import { Pagination } from '#/ui/pagination.tsx'
import { Select } from '#/ui/select.tsx'
import { usePendingPage } from '#/ui/use-pending-page.ts'
import { BoardFilters, hasFilters } from './board-filters.tsx'
import { type BoardSearch, defaultSorting, filterCount, limits, sortings } from './board-search.ts'
import { ChosenFilters } from './chosen-filters.tsx'
import type { Board } from './contract.ts'
import { sortingLabel } from './sort-labels.ts'
import { JobRow } from './job-row.tsx'
import { NothingFound } from './nothing-found.tsx'
import { type BoardForm, useBoardForm } from './use-board-form.ts'

/** The job board: a GET form around the list, which answers at once where there is JavaScript. */
export function BoardPage({ board, search }: { board: Board; search: BoardSearch }) {
  const form = useBoardForm(search)
  const isLoading = usePendingPage() === 'same'
  return (
    <form action="/jobs" method="get" onSubmit={form.submit}>
      <div className="border-b bg-surface">
        <Container className="pt-10 pb-8 sm:pt-14">
          <h1 className="font-display text-display-md">{m.jobs_board_heading()}</h1>
          <SearchField form={form} />
        </Container>
      </div>
      <Container className="grid gap-x-12 pb-16 lg:grid-cols-[14rem_1fr]">
        <NavSheet
          id="job-filters"
          brand={<span className="font-semibold">{m.jobs_filters()}</span>}
          className="lg:static lg:m-0 lg:block lg:border-0 lg:bg-transparent lg:p-0 lg:pt-8"
        >
          <div className="max-lg:flex-1 max-lg:p-5">
            <BoardFilters facets={board.facets} form={form} />
          </div>
          <div className="sticky bottom-0 border-t bg-surface px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:hidden">
            <Button
              variant="primary"
              popoverTarget="job-filters"
              popoverTargetAction="hide"
              className="w-full"
            >
              {m.jobs_filters_show({ count: board.total })}
            </Button>
          </div>
        </NavSheet>
        <section aria-labelledby="job-count" aria-busy={isLoading} className="min-w-0 pt-6">
          <ResultHead board={board} search={search} form={form} />
          <ChosenFilters search={search} facets={board.facets} />
          <div className={clsx(isLoading && 'animate-dim-late opacity-50')}>
            <Results board={board} search={search} />
          </div>
        </section>
      </Container>
    </form>
  )
}

function SearchField({ form }: { form: BoardForm }) {
  return (
    <div role="search" className="mt-6 flex max-w-2xl gap-2">
      <InputGroup
        type="search"
        name="q"
        value={form.text}
        onChange={form.type}
        maxLength={limits.text}
        autoComplete="off"
        spellCheck={false}
        aria-label={m.jobs_search_label()}
        placeholder={m.jobs_search_placeholder()}
        start={<SearchIcon aria-hidden="true" />}
        className="flex-1 [&_input]:h-12 [&_input]:text-base!"
      />
      <Button type="submit" native variant="primary" size="lg">
        {m.jobs_search_action()}
      </Button>
    </div>
  )
}

function ResultHead({
  board,
  search,
  form,
}: {
  board: Board
  search: BoardSearch
  form: BoardForm
}) {
  const chosen = filterCount(search)
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 pb-3">
      <h2 id="job-count" className="text-base font-semibold tabular-nums">
        <span role="status">
          {search.q
            ? m.jobs_count_matching({ count: board.total, q: search.q })
            : m.jobs_count({ count: board.total })}
        </span>
      </h2>
      <div className="flex items-center gap-2">
        {(chosen > 0 || hasFilters(board.facets)) && (
          <Button popoverTarget="job-filters" className="lg:hidden!">
            <SlidersHorizontal aria-hidden="true" />
            {chosen ? m.jobs_filters_chosen({ count: chosen }) : m.jobs_filters()}
          </Button>
        )}
        <Select
          name="sort"
          aria-label={m.jobs_sort()}
          value={form.draft.sort ?? ''}
          onChange={form.choose}
          className="w-44"
          options={sortings
            .filter((sorting) => form.draft.q || sorting !== 'relevance')
            .map((sorting) => ({
              // The usual order is no choice, so that a first word can bring the best match up.
              value: sorting === defaultSorting(form.draft.q) ? '' : sorting,
              label: sortingLabel(sorting),
            }))}
        />
      </div>
    </div>
  )
}

function Results({ board, search }: { board: Board; search: BoardSearch }) {
  if (board.total === 0) return <NothingFound search={search} />
  return (
    <>
      <ul className="mt-3 mb-6 border-t">
        {board.jobs.map((job) => (
          <JobRow key={job.id} job={job} />
        ))}
      </ul>
      <Pagination
        page={board.page}
        pageCount={board.pageCount}
        link={(page) => linkOptions({ to: '/jobs', search: { ...search, page } })}
      />
    </>
  )
}
