import { beforeEach, describe, expect, test } from 'bun:test'
import { overwriteGetLocale } from '#/i18n/generated/runtime.js'
import { initials } from './avatar.tsx'
import { formatDate, formatRelative } from './format-date.ts'
import { formatFileSize, formatMoney, formatPercent } from './format-number.ts'
import { pagesToShow } from './pages-to-show.ts'

/** Intl separates with no-break spaces. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const speak = (locale: 'en' | 'de' | 'pt') => overwriteGetLocale(() => locale)
beforeEach(() => speak('en'))

describe('money', () => {
  test('counts in the smallest unit and drops empty cents', () => {
    expect(formatMoney(4900, 'eur')).toBe('€49')
    expect(formatMoney(4950, 'EUR')).toBe('€49.50')
  })

  test('knows currencies without cents, and with three digits', () => {
    expect(formatMoney(4900, 'jpy')).toBe('JP¥4,900')
    expect(plain(formatMoney(4900, 'kwd'))).toBe('KWD 4.900')
  })

  test('is written as the language writes it', () => {
    speak('de')
    expect(plain(formatMoney(123_450, 'eur'))).toBe('1.234,50 €')
    speak('pt')
    expect(plain(formatMoney(4900, 'eur'))).toBe('49 €')
    expect(plain(formatMoney(123_450, 'eur'))).toBe('1234,50 €')
    expect(plain(formatMoney(1_234_500, 'eur'))).toBe('12 345 €')
  })
})

test('file sizes are decimal, with one digit', () => {
  expect(formatFileSize(1)).toBe('1 byte')
  expect(formatFileSize(999)).toBe('999 bytes')
  expect(formatFileSize(1000)).toBe('1 kB')
  expect(formatFileSize(4_240_000)).toBe('4.2 MB')
  speak('de')
  expect(plain(formatFileSize(4_240_000))).toBe('4,2 MB')
})

test('a share is a percentage', () => expect(formatPercent(0.126)).toBe('13%'))

describe('dates', () => {
  const moment = '2026-04-03T22:30:00Z'

  test('cannot be misread as month or day', () => {
    expect(formatDate(moment, 'date', 'UTC')).toBe('3 Apr 2026')
    speak('de')
    expect(formatDate(moment, 'date', 'UTC')).toBe('3. Apr. 2026')
    speak('pt')
    expect(formatDate(moment, 'date', 'UTC')).toBe('3 de abril de 2026')
    expect(formatDate(moment, 'datetime', 'UTC')).toBe('03/04/2026, 22:30')
  })

  test('follow the zone', () => {
    expect(formatDate(moment, 'date', 'Europe/Berlin')).toBe('4 Apr 2026')
    expect(formatDate(moment, 'time', 'Europe/Berlin')).toBe('00:30')
  })

  const now = Date.parse('2026-04-03T12:00:00Z')
  const ago = (milliseconds: number) => formatRelative(now - milliseconds, now)

  test('distances use the largest unit that fits', () => {
    expect(ago(0)).toBe('now')
    expect(ago(59_000)).toBe('now')
    expect(ago(60_000)).toBe('1 minute ago')
    expect(ago(3_599_000)).toBe('59 minutes ago')
    expect(ago(3_600_000)).toBe('1 hour ago')
    expect(ago(86_400_000)).toBe('yesterday')
    expect(ago(6.9 * 86_400_000)).toBe('6 days ago')
    expect(ago(21 * 86_400_000)).toBe('3 weeks ago')
    expect(ago(100 * 86_400_000)).toBe('3 months ago')
    expect(ago(800 * 86_400_000)).toBe('2 years ago')
    expect(ago(-7_200_000)).toBe('in 2 hours')
    speak('de')
    expect(ago(86_400_000)).toBe('gestern')
  })
})

test('pages: the ends, the neighbours, and gaps of two or more', () => {
  expect(pagesToShow(1, 3)).toEqual([1, 2, 3])
  expect(pagesToShow(4, 12)).toEqual([1, 2, 3, 4, 5, undefined, 12])
  expect(pagesToShow(7, 12)).toEqual([1, undefined, 6, 7, 8, undefined, 12])
  expect(pagesToShow(12, 12)).toEqual([1, undefined, 11, 12])
})

test('initials: of the first and the last word, whole letters', () => {
  expect(initials('Ada King Lovelace')).toBe('AL')
  expect(initials(' łukasz ')).toBe('Ł')
  expect(initials('𝒜da Żółw')).toBe('𝒜Ż')
  expect(initials('')).toBe('')
})
