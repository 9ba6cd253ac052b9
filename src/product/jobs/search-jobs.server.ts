import { and, arrayOverlaps, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { asUser, visitor } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { isOpen } from './open-job.ts'
import { job } from './tables.ts'
import { organization } from '#/db/schema/organizations.ts'
import { type BoardSearch, defaultSorting } from './board-search.ts'
import type { Board, Facet } from './contract.ts'
import { jobTextQuery } from './job-text-query.server.ts'
import { listJobs } from './listed-job.server.ts'

const pageSize = 15
const skillsShown = 14

type FacetName = keyof Board['facets']
type Conditions = Partial<Record<FacetName | 'q' | 'salary', SQL | undefined>>

/**
 * The public board. It is always asked as a visitor, so that a recruiter who is signed in does not
 * meet drafts of their own among the published jobs.
 */
export async function searchJobs(search: BoardSearch): Promise<Board> {
  const query = search.q ? jobTextQuery(search.q) : null
  return asUser(visitor, async (tx) => {
    const conditions = conditionsOf(search, query && (await matching(tx, query)))
    const { total, facets } = await countJobs(tx, conditions, search)
    const pageCount = Math.max(1, Math.ceil(total / pageSize))
    const page = Math.min(search.page ?? 1, pageCount)
    const jobs = await listJobs(tx, {
      where: all(conditions),
      order: orderOf(search, query),
      limit: pageSize,
      offset: (page - 1) * pageSize,
    })
    return { jobs, total, page, pageCount, facets }
  })
}

/** Beyond that many it is quicker to look at every published job. */
const fewMatches = 1_000
const ids = z.object({ rows: z.array(z.object({ id: z.string() })) })

/**
 * The jobs that a text finds. Few of them are found by the index, which a query under the policies may
 * not use, through a function that knows published jobs alone.
 */
async function matching(tx: Tx, query: SQL): Promise<SQL> {
  const { rows } = ids.parse(
    await tx.execute(
      sql`select id from search_published_jobs(${query}, ${fewMatches + 1}) as found (id)`,
    ),
  )
  if (rows.length > fewMatches) return sql`${job.search} @@ ${query}`
  return sql`${job.id} = any (${sql.param(rows.map(({ id }) => id))}::uuid[])`
}

function conditionsOf(search: BoardSearch, matches: SQL | null): Conditions {
  const anyOf = <T>(values: T[] | undefined, condition: (values: T[]) => SQL) =>
    values?.length ? condition(values) : undefined
  return {
    // Text without a letter or a digit finds nothing.
    q: search.q ? (matches ?? sql`false`) : undefined,
    workplace: anyOf(search.workplace, (values) => inArray(job.workplace, values)),
    type: anyOf(search.type, (values) => inArray(job.employmentType, values)),
    country: anyOf(search.country, (values) => inArray(job.country, values)),
    company: anyOf(search.company, (values) => inArray(organization.slug, values)),
    skill: anyOf(search.skill, (values) => arrayOverlaps(job.skills, values)),
    salary: search.salary
      ? and(eq(job.salaryCurrency, search.currency ?? 'EUR'), sql`${yearlyPay} >= ${search.salary}`)
      : undefined,
  }
}

const all = (conditions: Conditions, except?: keyof Conditions) =>
  and(
    ...Object.entries(conditions).flatMap(([name, condition]) =>
      name === except ? [] : condition,
    ),
  )

/** The upper end of the range a year; an hour counts 1,720 times (a full-time year without leave). */
const yearlyPay = sql`coalesce(${job.salaryMax}, ${job.salaryMin})::bigint
  * case ${job.salaryPeriod} when 'month' then 12 when 'hour' then 1720 else 1 end`

function orderOf(search: BoardSearch, query: SQL | null): SQL[] {
  const sort = search.sort ?? defaultSorting(search.q)
  if (sort === 'relevance' && query) return [desc(sql`ts_rank(${job.search}, ${query})`)]
  if (sort !== 'salary') return []
  // Amounts of different currencies cannot be compared: the one that was asked for comes first.
  const currency = search.currency ?? 'EUR'
  return [
    sql`(${job.salaryCurrency} = ${currency}) desc`,
    sql`${job.salaryCurrency}`,
    sql`${yearlyPay} desc nulls last`,
  ]
}

/** The number of matches, and of each facet's choices under all the *other* filters: one statement. */
async function countJobs(tx: Tx, conditions: Conditions, search: BoardSearch) {
  const one = (name: FacetName | 'total', value: SQL, label: SQL = value) =>
    tx
      .select({
        name: sql<FacetName | 'total'>`${sql.raw(`'${name}'`)}::text`.as('name'),
        value: sql<string>`${value}`.as('value'),
        label: sql<string>`${label}`.as('label'),
        count: count().as('count'),
      })
      .from(job)
      .innerJoin(organization, eq(organization.id, job.organizationId))
      .where(and(isOpen, all(conditions, name === 'total' ? undefined : name)))
      .groupBy(sql`1, 2, 3`)
  const rows = await unionAll(
    one('total', sql`''::text`),
    one('workplace', sql`${job.workplace}`),
    one('type', sql`${job.employmentType}`),
    one('country', sql`${job.country}`),
    one('company', sql`${organization.slug}`, sql`${organization.name}`),
    one('skill', sql`unnest(${job.skills})`),
    one('currency', sql`${job.salaryCurrency}`),
  )
  const facet = (name: FacetName, chosen: string[] = []): Facet =>
    withChosen(
      rows
        .filter((row) => row.name === name)
        .map(({ value, label, count: jobs }) => ({ value, label, count: jobs }))
        .toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label)),
      chosen,
    )
  const skills = facet('skill', search.skill)
  return {
    total: rows.find((row) => row.name === 'total')?.count ?? 0,
    facets: {
      workplace: facet('workplace', search.workplace),
      type: facet('type', search.type),
      country: facet('country', search.country),
      company: facet('company', search.company),
      skill: skills.filter(({ value }, at) => at < skillsShown || search.skill?.includes(value)),
      currency: facet('currency'),
    },
  }
}

/** What is chosen stays in sight, so that it can be taken back, even when it finds nothing. */
function withChosen(found: Facet, chosen: string[]): Facet {
  const missing = chosen.filter((value) => !found.some((entry) => entry.value === value))
  return [...found, ...missing.map((value) => ({ value, label: value, count: 0 }))]
}
