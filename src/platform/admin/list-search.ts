import { pageIn, textIn } from '#/search-params.ts'

/** Rows on one page of a list. */
export const pageSize = 25

/** What the address of a list says: `?q=birch&page=2`; nonsense is as good as nothing. */
export type ListSearch = { q?: string; page?: number }

export const readListSearch = (search: Record<string, unknown>): ListSearch => ({
  q: textIn(search.q, 100),
  page: pageIn(search.page, 400),
})

export const listQuery = ({ q = '', page = 1 }: ListSearch) => ({ search: q, page })
