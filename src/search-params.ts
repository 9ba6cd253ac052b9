/**
 * How the router writes `search` into the URL: as a form would, `?q=rust&skill=Go&skill=SQL`. Values
 * therefore always arrive as text, and lists as repeated names; each route's validateSearch reads
 * them. (The router's default writes JSON, which no link, form or person can produce by hand.)
 */
export type RawSearch = Record<string, string | string[]>

export function readParams(params: URLSearchParams | FormData): RawSearch {
  const read: RawSearch = {}
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name).filter((value) => typeof value === 'string')
    const [first] = values
    if (first !== undefined) read[name] = values.length > 1 ? values : first
  }
  return read
}

export const parseSearch = (search: string): RawSearch => readParams(new URLSearchParams(search))

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) params.append(name, String(one))
    }
  }
  const text = params.toString()
  return text && `?${text}`
}

/**
 * Readers for a route's validateSearch. What makes no sense is undefined, and must stand in the result
 * by name: the router lays the result over the raw search, where a name left out stays as it was sent.
 */
export function pageIn(value: unknown, last: number): number | undefined {
  const page = Number(value)
  return Number.isInteger(page) && page > 1 && page <= last ? page : undefined
}

/** Without control characters: Postgres refuses NUL, and nobody searches for the others. */
export function textIn(value: unknown, length: number): string | undefined {
  if (typeof value !== 'string') return undefined
  const text = value.replaceAll(/\p{Cc}+/gu, ' ').trim()
  return text.slice(0, length).trim() || undefined
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
export const idIn = (value: unknown): string | undefined =>
  typeof value === 'string' && uuid.test(value) ? value : undefined
