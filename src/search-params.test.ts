import { expect, test } from 'bun:test'
import { idIn, pageIn, parseSearch, stringifySearch, textIn } from './search-params.ts'

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

test.each(['-1', '0', '1', '1.5', 'NaN', '1e309', '11', '', undefined, '\0'])(
  'page %j of at most 10 is the first one',
  (value) => expect(pageIn(value, 10)).toBeUndefined(),
)

test('a reader takes what makes sense, and shortens what is too long', () => {
  expect(pageIn('10', 10)).toBe(10)
  expect(textIn(' a\0b ', 10)).toBe('a b')
  expect(textIn('x'.repeat(200), 100)).toHaveLength(100)
  expect(textIn(['a'], 10)).toBeUndefined()
  expect(idIn('0198f0a0-0000-7000-8000-000000000000\0')).toBeUndefined()
})
