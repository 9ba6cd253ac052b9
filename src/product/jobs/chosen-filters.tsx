import { Link } from '@tanstack/react-router'
import X from 'lucide-react/icons/x'
import { m } from '#/i18n/messages.ts'
import {
  type BoardSearch,
  type FilterName,
  filterCount,
  filterNames,
  parseBoardSearch,
} from './board-search.ts'
import type { Board } from './contract.ts'
import { filterLabel } from './filter-labels.ts'
import { moneyRange } from './job-labels.ts'

/** What narrows the list at the moment; each can be taken back. */
export function ChosenFilters({
  search,
  facets,
}: {
  search: BoardSearch
  facets: Board['facets']
}) {
  if (filterCount(search) === 0) return null
  const { salary, currency = 'EUR' } = search
  const labelOf = (name: FilterName, value: string) =>
    filterLabel(name, value, facets[name].find((choice) => choice.value === value)?.label)
  return (
    <ul className="flex flex-wrap items-center gap-2">
      {filterNames.flatMap((name) =>
        (search[name] ?? []).map((value) => (
          <Chip
            key={`${name} ${value}`}
            label={labelOf(name, value)}
            without={{
              ...search,
              [name]: search[name]?.filter((kept) => kept !== value),
            }}
          />
        )),
      )}
      {salary && (
        <Chip
          label={`≥ ${moneyRange(salary, salary, currency)}`}
          without={{ ...search, salary: undefined }}
        />
      )}
      <li>
        <Link
          to="/jobs"
          search={parseBoardSearch({ q: search.q, sort: search.sort })}
          resetScroll={false}
          className="rounded-base px-1 text-sm text-ink-muted underline underline-offset-4 hover:text-ink"
        >
          {m.jobs_filters_clear()}
        </Link>
      </li>
    </ul>
  )
}

function Chip({ label, without }: { label: string; without: BoardSearch }) {
  return (
    <li>
      <Link
        to="/jobs"
        search={parseBoardSearch({ ...without, page: undefined })}
        resetScroll={false}
        aria-label={m.jobs_filter_remove({ name: label })}
        className="inline-flex h-7 items-center gap-1.5 rounded-base bg-primary-soft px-2 text-sm text-primary transition-colors hover:text-ink pointer-coarse:h-9"
        suppressHydrationWarning
      >
        {label}
        <X aria-hidden="true" className="size-3.5" />
      </Link>
    </li>
  )
}
