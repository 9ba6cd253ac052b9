import { beforeAll, describe, expect, test } from 'bun:test'
import { asSystem } from '#/db/access.server.ts'
import { job } from './tables.ts'
import { as, createPerson, createTenant, type Person, type Tenant } from '../../../tests/people.ts'
import { parseBoardSearch } from './board-search.ts'

/** All tests of a run share one database: each board here is narrowed to this company. */
let owner: Person
let tenant: Tenant
let other: Tenant

type Column = Partial<typeof job.$inferInsert>

const publish = (columns: Column = {}, of: Tenant = tenant) => {
  const id = Bun.randomUUIDv7()
  const row = {
    id,
    organizationId: of.id,
    slug: `job-${id}`,
    status: 'published' as const,
    title: 'Gardener',
    summary: 'Look after the beds.',
    description: 'Water, weed, wait.',
    location: 'Leipzig',
    country: 'DE',
    workplace: 'onsite' as const,
    employmentType: 'full_time' as const,
    publishedAt: new Date(),
    ...columns,
  }
  return asSystem('test: publish a job', (tx) => tx.insert(job).values(row)).then(() => row)
}

const search = (asked: Record<string, unknown>, person: Person | null = null) =>
  as(person).jobs.search(parseBoardSearch({ company: tenant.slug, ...asked }))
const titles = async (asked: Record<string, unknown>) =>
  (await search(asked)).jobs.map(({ title }) => title)

beforeAll(async () => {
  owner = await createPerson()
  tenant = await createTenant(owner, 'Birch & Sons')
  other = await createTenant(await createPerson(), 'Elsewhere')
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
  await publish({
    title: 'Senior Rust engineer',
    skills: ['Rust', 'Postgres'],
    workplace: 'remote',
    salaryMin: 70000,
    salaryMax: 90000,
    publishedAt: daysAgo(3),
  })
  await publish({
    title: 'Node.js developer',
    skills: ['TypeScript', 'Postgres'],
    workplace: 'hybrid',
    country: 'PT',
    location: 'Porto',
    salaryMin: 4000,
    salaryMax: 5000,
    salaryPeriod: 'month',
    publishedAt: daysAgo(2),
  })
  await publish({
    title: 'Bookkeeper',
    description: 'You need no Rust at all.',
    employmentType: 'part_time',
    salaryMin: 20,
    salaryMax: 30,
    salaryPeriod: 'hour',
    salaryCurrency: 'GBP',
    publishedAt: daysAgo(1),
  })
  await publish({ title: 'Secret draft', status: 'draft', publishedAt: null })
  await publish({ title: 'Closed long ago', status: 'closed', publishedAt: daysAgo(90) })
  await publish({ title: 'Past its date', closesAt: daysAgo(1) })
  await publish({ title: 'Their draft', status: 'draft', publishedAt: null }, other)
  await publish({ title: 'Their job' }, other)
})

describe('who sees what', () => {
  test('a visitor sees open jobs only: no draft, closed or expired one', async () => {
    expect(await titles({})).toEqual(['Bookkeeper', 'Node.js developer', 'Senior Rust engineer'])
  })

  test('the owner, signed in, meets no draft on the public board either', async () => {
    expect((await search({}, owner)).total).toBe(3)
    expect((await search({ q: 'draft' }, owner)).total).toBe(0)
  })

  test('a draft does not even count', async () => {
    const { facets } = await search({ q: 'draft', company: other.slug })
    expect(facets.company.map(({ count }) => count)).toEqual([0])
  })

  test('a draft cannot be read by its address, not by its owner, and says nothing', async () => {
    const draft = await publish({ title: 'Read me', status: 'draft', publishedAt: null })
    for (const person of [null, owner]) {
      expect(as(person).jobs.read({ slug: draft.slug })).rejects.toMatchObject({
        code: 'NOT_FOUND',
        data: undefined,
      })
    }
  })

  test('a company without a published job is not public', async () => {
    const quiet = await createTenant(owner, 'Quiet')
    await publish({ status: 'draft', publishedAt: null }, quiet)
    expect(as(null).jobs.company({ slug: quiet.slug })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect((await as(null).jobs.company({ slug: other.slug })).jobs).toHaveLength(1)
  })
})

describe('text', () => {
  test('the title counts more than the description', async () => {
    expect(await titles({ q: 'rust' })).toEqual(['Senior Rust engineer', 'Bookkeeper'])
  })

  test.each([
    ['the last word as a beginning', 'senior ru', ['Senior Rust engineer']],
    ['a beginning of a word with a dot', 'node.j', ['Node.js developer']],
    ['all words', 'rust bookkeeper', ['Bookkeeper']],
    ['a phrase', '"rust engineer"', ['Senior Rust engineer']],
    ['a phrase that is not there', '"senior engineer"', []],
    ['without a word', 'rust -engineer', ['Bookkeeper']],
    ['one or the other', 'node.js or engineer', ['Node.js developer', 'Senior Rust engineer']],
    ['a skill', 'typescript', ['Node.js developer']],
    ['a place', 'porto', ['Node.js developer']],
  ])('%s: %s', async (_, q, expected) => {
    expect((await titles({ q })).toSorted()).toEqual(expected.toSorted())
  })

  test.each([
    "'; drop table job; --",
    "rust' | 'x",
    "o'brien",
    'a\\',
    "\\'",
    '!!!',
    '& | ! <->',
    'a:*',
    'rust:*',
    '((((',
    '"unclosed rust',
    '-',
    'or',
    'or or',
    '%',
    '\u0000rust\u0000',
    '🌱',
    'x'.repeat(5000),
    'a '.repeat(2000),
    `${'"a" or '.repeat(100)}b`,
  ])('odd text is searched for and breaks nothing: %j', async (q) => {
    expect((await search({ q })).total).toBeGreaterThanOrEqual(0)
  })

  test('half a surrogate pair, which no database can hold, is refused', () =>
    expect(search({ q: '\uD800' })).rejects.toMatchObject({ code: 'BAD_REQUEST' }))
})

describe('filters', () => {
  test.each([
    [{ workplace: ['remote', 'hybrid'] }, ['Node.js developer', 'Senior Rust engineer']],
    [{ type: 'part_time' }, ['Bookkeeper']],
    [{ country: 'PT' }, ['Node.js developer']],
    [{ skill: ['Postgres'], workplace: 'remote' }, ['Senior Rust engineer']],
    [{ salary: '60000' }, ['Node.js developer', 'Senior Rust engineer']],
    [{ salary: '60001' }, ['Senior Rust engineer']],
    [{ salary: '1', currency: 'GBP' }, ['Bookkeeper']],
    [{ salary: '51601', currency: 'GBP' }, []],
  ])('%j', async (asked, expected) => {
    expect(await titles(asked)).toEqual(expected)
  })

  test('a facet counts what its choices would show under the other filters', async () => {
    const { facets, total } = await search({ skill: 'Postgres', workplace: 'remote' })
    expect(total).toBe(1)
    expect(facets.workplace).toEqual([
      { value: 'hybrid', label: 'hybrid', count: 1 },
      { value: 'remote', label: 'remote', count: 1 },
    ])
    expect(facets.skill.map(({ value }) => value)).toEqual(['Postgres', 'Rust'])
  })

  test('a choice that finds nothing stays in sight', async () => {
    const { facets } = await search({ skill: 'Falconry' })
    expect(facets.skill).toContainEqual({ value: 'Falconry', label: 'Falconry', count: 0 })
  })

  test('the highest salary first, the asked currency before all others', async () => {
    expect(await titles({ sort: 'salary' })).toEqual([
      'Senior Rust engineer',
      'Node.js developer',
      'Bookkeeper',
    ])
    expect((await titles({ sort: 'salary', salary: 1, currency: 'GBP' }))[0]).toBe('Bookkeeper')
  })
})

test('pages do not overlap, and one beyond the last is the last', async () => {
  const many = await createTenant(owner, 'Many')
  for (let index = 0; index < 17; index++) await publish({ title: `Job ${index}` }, many)
  const page = (number: number) => search({ company: many.slug, page: number })
  const [first, second, far] = [await page(1), await page(2), await page(9999)]
  expect([first.total, first.pageCount, first.jobs.length]).toEqual([17, 2, 15])
  expect(second.jobs).toHaveLength(2)
  expect(new Set([...first.jobs, ...second.jobs].map(({ id }) => id)).size).toBe(17)
  expect([far.page, far.jobs.length]).toEqual([2, 2])
})
