import { m } from '#/i18n/messages.ts'
import { employmentTypes, type FilterName, workplaces } from './board-search.ts'
import { countryName, employmentTypeLabel, workplaceLabel } from './job-labels.ts'

const titles = {
  workplace: m.jobs_filter_workplace,
  type: m.jobs_filter_type,
  country: m.jobs_filter_country,
  company: m.jobs_filter_company,
  skill: m.jobs_filter_skill,
}

export const filterTitle = (name: FilterName) => titles[name]()

/** What a filter's value is called; the server knows the label of a company. */
export function filterLabel(name: FilterName, value: string, label = value): string {
  const workplace = workplaces.find((known) => known === value)
  const type = employmentTypes.find((known) => known === value)
  if (name === 'workplace' && workplace) return workplaceLabel(workplace)
  if (name === 'type' && type) return employmentTypeLabel(type)
  return name === 'country' ? countryName(value) : label
}
