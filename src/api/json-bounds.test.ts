import { expect, test } from 'bun:test'
import { isBoundedJson } from './json-bounds.ts'

const bounded = (json: string) => isBoundedJson(new TextEncoder().encode(json))
const list = (length: number, item: string) => `[${Array.from({ length }, () => item).join(',')}]`

test.each([
  ['a form', JSON.stringify({ json: { text: 'a "quoted" \\ text, [[[ :' }, meta: [[1, 'at']] })],
  ['a long text', JSON.stringify('{["'.repeat(30_000))],
  ['a backslash and the letters u0000', '"\\\\u0000"'],
  ['what is no JSON', '"]]]]'],
])('%s is parsed', (_, json) => expect(bounded(json)).toBe(true))

test.each([
  ['deep lists', '['.repeat(33)],
  ['deep objects', '{"a":'.repeat(33)],
  ['60,000 keys', `{${Array.from({ length: 60_000 }, (_, at) => `"${at}":0`).join(',')}}`],
  ['200,000 groups of metadata', `{"json":null,"meta":${list(200_000, '[0]')}}`],
  ['a number of 99,000 digits', '9'.repeat(99_000)],
  ['a text of 99,000 digits', `"${'9'.repeat(99_000)}"`],
  ['a NUL', '"\\u0000"'],
  ['a NUL as a byte', '"\0"'],
])('%s are not', (_, json) => expect(bounded(json)).toBe(false))
