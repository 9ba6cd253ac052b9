import { idIn } from '#/search-params.ts'
import type { TrailFilter } from './contract.ts'

/** What the address of the trail says; what is absent is not asked for. */
export type TrailSearch = TrailFilter & { older?: string; newer?: string }

/** Takes anything that a URL can hold; what makes no sense is left out. */
export function parseTrailSearch(given: Record<string, unknown>): TrailSearch {
  const text = (name: string, pattern: RegExp) => {
    const value = given[name]
    return typeof value === 'string' && pattern.test(value) ? value : undefined
  }
  const day = (name: string) => {
    const value = text(name, /^\d{4}-\d\d-\d\d$/)
    return value && new Date(`${value}T00:00Z`).toJSON()?.startsWith(value) ? value : undefined
  }
  return {
    // Not looked for in the list of the features, which every page would carry with this.
    group: text('group', /^[a-z-]{1,40}$/),
    person: text('person', /^[\w-]{1,64}$/),
    from: day('from'),
    until: day('until'),
    older: idIn(given.older),
    newer: idIn(given.newer),
  }
}

/** The address of the file with what is chosen; an organisation's, or the whole site's. */
export function exportAddress(
  { group, person, from, until }: TrailSearch,
  organization?: string,
): string {
  const asked = Object.entries({ organization, group, person, from, until })
  const query = new URLSearchParams(
    asked.flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )
  return `/api/audit.csv${query.size > 0 ? `?${query}` : ''}`
}
