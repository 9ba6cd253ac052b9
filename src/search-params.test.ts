import { expect, test } from 'bun:test'
import { parseSearch, stringifySearch } from './search-params.ts'

test.each([
  [{}, ''],
  [{ q: 'a b', page: 2 }, '?q=a+b&page=2'],
  [{ skill: ['Go', 'C++'], q: undefined, x: null }, '?skill=Go&skill=C%2B%2B'],
  [{ skill: [] }, ''],
])('%j is written as %j', (search, text) => {
  expect(stringifySearch(search)).toBe(text)
})

test.each([
  ['?q=123&welcome=true', { q: '123', welcome: 'true' }],
  ['?skill=Go&skill=SQL&sort=', { skill: ['Go', 'SQL'], sort: '' }],
  ['?q=%zz&%', { q: '%zz', '%': '' }],
  ['', {}],
])('%j is read as %j: text, and lists where a name repeats', (text, search) => {
  expect(parseSearch(text)).toEqual(search)
})

test('a name of the prototype is a name like any other', () => {
  const search = parseSearch('?__proto__=x&constructor=y')
  expect(Object.hasOwn(search, 'constructor')).toBe(true)
  expect(({} as Record<string, unknown>).x).toBeUndefined()
})
