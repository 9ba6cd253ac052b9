import type { ReactNode } from 'react'
import { m } from '#/i18n/messages.ts'
import { Checkbox } from '#/ui/checkbox.tsx'
import { Select } from '#/ui/select.tsx'
import { type FilterName, filterNames } from './board-search.ts'
import type { Board, Facet } from './contract.ts'
import { filterLabel, filterTitle } from './filter-labels.ts'
import { moneyRange } from './job-labels.ts'
import type { BoardForm } from './use-board-form.ts'

/** Steps of the yearly minimum, in whole units. */
const salarySteps = [20_000, 30_000, 40_000, 50_000, 60_000, 70_000, 80_000, 100_000]

/** Where a search finds nothing, there is nothing to narrow. */
export const hasFilters = (facets: Board['facets']) =>
  Object.values(facets).some((facet) => facet.length > 0)

/** The choices beside the board, each with the number of jobs that it would show. */
export function BoardFilters({ facets, form }: { facets: Board['facets']; form: BoardForm }) {
  return (
    <div className="space-y-6">
      {filterNames.map((name) => (
        <FilterGroup key={name} name={name} facet={facets[name]} form={form} />
      ))}
      {(facets.currency.length > 0 || form.draft.salary) && (
        <SalaryFilter currencies={facets.currency} form={form} />
      )}
    </div>
  )
}

function FilterGroup({ name, facet, form }: { name: FilterName; facet: Facet; form: BoardForm }) {
  if (facet.length === 0) return null
  const chosen: readonly string[] = form.draft[name] ?? []
  return (
    <Group title={filterTitle(name)}>
      {facet.map(({ value, label, count }) => (
        <Checkbox
          key={value}
          name={name}
          value={value}
          checked={chosen.includes(value)}
          onChange={form.choose}
          label={
            <span suppressHydrationWarning>
              {filterLabel(name, value, label)}{' '}
              <span className="text-xs text-ink-faint tabular-nums">{count}</span>
            </span>
          }
        />
      ))}
    </Group>
  )
}

function SalaryFilter({ currencies, form }: { currencies: Facet; form: BoardForm }) {
  const currency = form.draft.currency ?? currencies[0]?.value ?? 'EUR'
  const chosen = form.draft.salary
  const steps = [...new Set([...salarySteps, ...(chosen ? [chosen] : [])])].toSorted(
    (a, b) => a - b,
  )
  return (
    <Group title={m.jobs_filter_salary()} hint={m.jobs_filter_salary_hint()}>
      <div className="flex gap-2" suppressHydrationWarning>
        <Select
          name="salary"
          aria-label={m.jobs_filter_salary()}
          className="min-w-0 flex-1"
          value={chosen ?? ''}
          onChange={form.choose}
          placeholder={m.jobs_filter_salary_any()}
          options={steps.map((step) => ({
            value: String(step),
            label: moneyRange(step, step, currency),
          }))}
        />
        {currencies.length > 1 ? (
          <Select
            name="currency"
            aria-label={m.jobs_filter_currency()}
            className="w-24"
            value={currency}
            onChange={form.choose}
            options={currencies.map(({ value }) => ({ value, label: value }))}
          />
        ) : (
          <input type="hidden" name="currency" value={currency} />
        )}
      </div>
    </Group>
  )
}

function Group({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-sm font-semibold">{title}</legend>
      {hint && <p className="mb-2 text-xs text-ink-muted">{hint}</p>}
      {children}
    </fieldset>
  )
}
