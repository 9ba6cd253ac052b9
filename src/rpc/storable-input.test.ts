import { expect, test } from 'bun:test'
import { isStorable } from './storable-input.ts'

const deep = Array.from({ length: 50_000 }).reduce<unknown>((inner) => [inner], 'a')

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['emoji and right-to-left marks', ['\u{1f642}', '\u202e']],
  ['numbers, dates and null', { a: Number.NaN, b: new Date(Number.NaN), c: null, d: undefined }],
  ['what is nested deeply', deep],
])('%s can be stored', (_, input) => expect(isStorable(input)).toBe(true))

test.each<[string, unknown]>([
  ['a NUL', 'a\0b'],
  ['a NUL behind an undefined', [undefined, { a: ['\0'] }, undefined]],
  ['a NUL in a name', { '\0': 1 }],
  ['a NUL in a set or a map', new Map([['a', new Set(['\0'])]])],
  ['half of a surrogate pair', { a: '\ud83d' }],
])('%s cannot', (_, input) => expect(isStorable(input)).toBe(false))
