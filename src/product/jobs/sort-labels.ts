import { m } from '#/i18n/messages.ts'
import type { Sorting } from './board-search.ts'

const sortings = {
  relevance: m.jobs_sort_relevance,
  newest: m.jobs_sort_newest,
  salary: m.jobs_sort_salary,
}

export const sortingLabel = (sorting: Sorting) => sortings[sorting]()
