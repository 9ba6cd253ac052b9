/** Rows on one page of a list. */
export const pageSize = 25

/** What the address of a list says: `?q=birch&page=2`; nonsense is as good as nothing. */
export type ListSearch = { q?: string; page?: number }

export function readListSearch(search: Record<string, unknown>): ListSearch {
  const page = Number(search.page)
  return {
    q: typeof search.q === 'string' && search.q.trim() ? search.q.trim().slice(0, 100) : undefined,
    page: Number.isInteger(page) && page > 1 && page <= 400 ? page : undefined,
  }
}

export const listQuery = ({ q = '', page = 1 }: ListSearch) => ({ search: q, page })
