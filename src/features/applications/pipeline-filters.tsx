import { useNavigate } from '@tanstack/react-router'
import Search from 'lucide-react/icons/search'
import { m } from '#/i18n/messages.ts'
import { Button } from '#/ui/button.tsx'
import { InputGroup } from '#/ui/input.tsx'
import { Select } from '#/ui/select.tsx'
import type { Pipeline } from './contract.ts'
import { type PipelineOrder, pipelineOrders, usualPipelineOrder } from './pipeline-order.ts'
import type { PipelineSearch } from './pipeline-search.ts'

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
      <Button type="submit">{m.applications_search_action()}</Button>
      {jobs.length > 1 && (
        <Select
          className="min-w-0 sm:ml-auto sm:w-64 max-sm:basis-full"
          aria-label={m.applications_filter_job()}
          value={search.job ?? ''}
          onChange={(event) => void show({ job: event.target.value || undefined })}
          placeholder={m.applications_filter_all_jobs()}
          options={jobs.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      <Select
        // The headers of the table sort too, where there is room for them.
        className={search.view === 'board' ? 'max-sm:basis-full' : 'basis-full sm:hidden'}
        aria-label={m.applications_sort()}
        value={search.sort ?? usualPipelineOrder}
        onChange={(event) =>
          void show({ sort: pipelineOrders.find((order) => order === event.target.value) })
        }
        options={pipelineOrders.map((value) => ({ value, label: orderNames[value]() }))}
      />
    </form>
  )
}

const orderNames: Record<PipelineOrder, () => string> = {
  '-received': m.applications_sort_newest,
  received: m.applications_sort_oldest,
  '-score': m.applications_sort_highest,
  score: m.applications_sort_lowest,
}
