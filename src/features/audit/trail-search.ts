import { groups, type ActionGroup } from './action-groups.ts'
import type { TrailFilter } from './contract.ts'

/** What the address of the trail says; what is absent is not asked for. */
export type TrailSearch = TrailFilter & { older?: string; newer?: string }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

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
  const group: ActionGroup | undefined = groups.find((name) => name === given.group)
  return {
    group,
    person: text('person', /^[\w-]{1,64}$/),
    from: day('from'),
    until: day('until'),
    older: text('older', uuid),
    newer: text('newer', uuid),
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
