import { useNavigate } from '@tanstack/react-router'
import Search from 'lucide-react/icons/search'
import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { InputGroup } from '#/ui/input.tsx'
import { Select } from '#/ui/select.tsx'
import type { Pipeline } from './contract.ts'
import { type PipelineOrder, pipelineOrders, usualPipelineOrder } from './pipeline-order.ts'
import type { PipelineSearch } from './pipeline-search.ts'
import { scoreTexts } from './score-sections.ts'

interface PipelineFiltersProps {
  orgSlug: string
  jobs: Pipeline['jobs']
  search: PipelineSearch
}

export function PipelineFilters({ orgSlug, jobs, search }: PipelineFiltersProps) {
  const navigate = useNavigate()
  const show = (changed: Partial<PipelineSearch>) =>
    navigate({
      to: '/o/$orgSlug/applications',
      params: { orgSlug },
      search: { ...search, page: undefined, ...changed },
    })
  return (
    <form
      role="search"
      className="mb-4 flex flex-wrap gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget).get('q')
        void show({ q: (typeof typed === 'string' && typed.trim()) || undefined })
      }}
    >
      <InputGroup
        type="search"
        name="q"
        className="min-w-0 flex-1 basis-56 sm:max-w-xs"
        aria-label={m.applications_search()}
        placeholder={m.applications_search()}
        defaultValue={search.q}
        maxLength={100}
        start={<Search aria-hidden="true" />}
      />
      {search.view && <input type="hidden" name="view" value={search.view} />}
      {search.status && <input type="hidden" name="status" value={search.status} />}
      <Button type="submit" native>
        {m.applications_search_action()}
      </Button>
      {/* Together, so that no row begins with one of them alone. */}
      <div className="flex min-w-0 flex-wrap gap-2 max-sm:basis-full xl:ml-auto">
        {jobs.length > 1 && (
          <Select
            name="job"
            className="min-w-0 sm:w-64 max-sm:basis-full"
            aria-label={m.applications_filter_job()}
            value={search.job ?? ''}
            onChange={(event) => void show({ job: event.target.value || undefined })}
            placeholder={m.applications_filter_all_jobs()}
            options={jobs.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
        <Select
          name="sort"
          // The headers of the table sort too, where there is room for them.
          className={search.view === 'board' ? 'max-sm:basis-full' : 'basis-full sm:hidden'}
          aria-label={m.applications_sort()}
          value={search.sort ?? usualPipelineOrder}
          onChange={(event) =>
            void show({ sort: pipelineOrders.find((order) => order === event.target.value) })
          }
          options={pipelineOrders.flatMap((value) => {
            const label = orderNames[value]?.()
            return label ? [{ value, label }] : []
          })}
        />
      </div>
    </form>
  )
}

const orderNames: Partial<Record<PipelineOrder, () => string>> = {
  '-received': m.applications_sort_newest,
  received: m.applications_sort_oldest,
  '-score': scoreTexts?.highestFirst,
  score: scoreTexts?.lowestFirst,
}
