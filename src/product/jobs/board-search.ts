/**
 * What the job board is asked for, as it stands in the URL. Written by hand and not with Zod, which
 * would weigh more than the page itself; the contract states the same bounds for the API.
 */
export const workplaces = ['onsite', 'hybrid', 'remote'] as const
export const employmentTypes = ['full_time', 'part_time', 'contract', 'internship'] as const
export const sortings = ['relevance', 'newest', 'salary'] as const

export type Workplace = (typeof workplaces)[number]
export type EmploymentType = (typeof employmentTypes)[number]
export type Sorting = (typeof sortings)[number]

export const limits = { text: 100, choices: 20, choice: 60, salary: 10_000_000, page: 10_000 }

/** What is absent is not asked for. */
export type BoardSearch = {
  q?: string
  workplace?: Workplace[]
  type?: EmploymentType[]
  country?: string[]
  company?: string[]
  skill?: string[]
  /** At least this much a year, in `currency`. */
  salary?: number
  currency?: string
  sort?: Sorting
  page?: number
}

/** Takes anything that a URL or a form can hold; what makes no sense is left out. */
export function parseBoardSearch(given: Record<string, unknown>): BoardSearch {
  const salary = wholeNumber(given.salary, limits.salary)
  const page = wholeNumber(given.page, limits.page)
  const sort = oneOf(sortings, given.sort)
  const q = text(given.q, limits.text)
  const search: BoardSearch = {
    q,
    workplace: someOf(workplaces, given.workplace),
    type: someOf(employmentTypes, given.type),
    country: choices(given.country)?.filter((code) => /^[A-Z]{2}$/.test(code)),
    company: choices(given.company),
    skill: choices(given.skill),
    salary,
    currency: salary ? (currencyCode(given.currency) ?? 'EUR') : undefined,
    sort: sort === defaultSorting(q) ? undefined : sort,
    page: page === 1 ? undefined : page,
  }
  const asked = Object.entries(search).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return Object.fromEntries(asked)
}

/** A text asks for the best match, a bare board for what is new. */
export const defaultSorting = (q: string | undefined): Sorting => (q ? 'relevance' : 'newest')

export const filterNames = ['workplace', 'type', 'country', 'company', 'skill'] as const
export type FilterName = (typeof filterNames)[number]

/** How many filters are set, the text left out. */
export const filterCount = (search: BoardSearch) =>
  filterNames.reduce((sum, name) => sum + (search[name]?.length ?? 0), search.salary ? 1 : 0)

const list = (given: unknown): unknown[] => (Array.isArray(given) ? given : [given])

function text(given: unknown, length: number): string | undefined {
  const [first] = list(given)
  if (typeof first !== 'string' && typeof first !== 'number') return undefined
  // Postgres refuses NUL, and no control character was ever searched for.
  const clean = String(first)
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
  return clean.slice(0, length).trim() || undefined
}

const choices = (given: unknown): string[] | undefined => {
  const found = list(given).flatMap((entry) => text(entry, limits.choice) ?? [])
  return [...new Set(found)].slice(0, limits.choices)
}

const oneOf = <T extends string>(known: readonly T[], given: unknown) =>
  known.find((value) => value === given)

const someOf = <T extends string>(known: readonly T[], given: unknown) => [
  ...new Set(list(given).flatMap((entry) => oneOf(known, entry) ?? [])),
]

function wholeNumber(given: unknown, maximum: number): number | undefined {
  const number = Number(text(given, 12))
  return Number.isSafeInteger(number) && number > 0 ? Math.min(number, maximum) : undefined
}

const currencyCode = (given: unknown) => {
  const code = text(given, 3)?.toUpperCase()
  return code && /^[A-Z]{3}$/.test(code) ? code : undefined
}
