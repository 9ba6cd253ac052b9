import { expect, test } from 'bun:test'
import { bytes, duration, plural, relativeTime } from './format.tsx'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

test.each([
  [0, 'just now'],
  [59 * second, 'just now'],
  [minute, '1 min ago'],
  [59.9 * minute, '59 min ago'],
  [hour, '1 h ago'],
  [23.9 * hour, '23 h ago'],
  [-30 * second, 'in a moment'],
  [-5 * minute, 'in 5 min'],
])('a time %d ms ago reads "%s"', (ago, text) => {
  const now = new Date(2026, 10, 20, 12).getTime()
  expect(relativeTime(now - ago, now)).toBe(text)
})

test('older times are dates', () => {
  const now = new Date(2026, 10, 20, 12).getTime()
  expect(relativeTime(now - 48 * hour, now)).toBe('18 Nov')
})

test('sizes, durations and counts', () => {
  expect([0, 999, 1000, 1536, 63_999, 10_000_000].map(bytes)).toEqual([
    '0 B',
    '999 B',
    '1.0 KB',
    '1.5 KB',
    '64 KB',
    '10 MB',
  ])
  expect([3.4, 999, 1000, 59_900, 639_500].map(duration)).toEqual([
    '3 ms',
    '999 ms',
    '1.0 s',
    '59.9 s',
    '10.7 min',
  ])
  expect([plural(1, 'mail'), plural(1234, 'mail')]).toEqual(['1 mail', '1,234 mails'])
})
