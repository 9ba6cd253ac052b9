import { expect, test } from 'bun:test'
import { parseBoardSearch } from './board-search.ts'

test('what a GET form sends becomes a short URL: empty fields and defaults are left out', () => {
  expect(
    parseBoardSearch({
      q: ' rust ',
      workplace: ['remote', 'remote', 'moon'],
      type: '',
      country: 'PT',
      salary: '',
      currency: 'EUR',
      sort: 'relevance',
      page: '1',
    }),
  ).toEqual({ q: 'rust', workplace: ['remote'], country: ['PT'] })
})

test.each<[Record<string, unknown>, Record<string, unknown>]>([
  [{ page: '-1' }, {}],
  [{ page: '1e99' }, {}],
  [{ page: '999999' }, { page: 10_000 }],
  [{ page: 'NaN', salary: 'Infinity' }, {}],
  [{ salary: '0' }, {}],
  [
    { salary: '50000', currency: 'gbp' },
    { salary: 50_000, currency: 'GBP' },
  ],
  [
    { salary: '50000', currency: '£££' },
    { salary: 50_000, currency: 'EUR' },
  ],
  [{ country: 'de' }, {}],
  [
    { sort: 'newest', q: 'x' },
    { q: 'x', sort: 'newest' },
  ],
  [{ sort: 'newest' }, {}],
  [{ q: { $ne: 1 }, skill: [{}, null, 7] }, { skill: ['7'] }],
  [{ q: '\u0000\u001f' }, {}],
])('%j is read as %j', (given, expected) => {
  expect(parseBoardSearch(given)).toEqual(expected)
})

test('nothing grows without bound', () => {
  const search = parseBoardSearch({
    q: 'x'.repeat(10_000),
    skill: Array.from({ length: 1000 }, (_, index) => `${index}`.repeat(100)),
  })
  expect(search.q).toHaveLength(100)
  expect(search.skill).toHaveLength(20)
  expect(Math.max(...(search.skill ?? []).map((skill) => skill.length))).toBe(60)
})
