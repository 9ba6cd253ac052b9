import { currentLocale, type Locale, regionalTag } from '#/i18n/locale.ts'

export type DateFormat = 'date' | 'datetime' | 'month' | 'time' | 'full'
export type Instant = Date | string | number

const options: Record<DateFormat, Intl.DateTimeFormatOptions> = {
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  datetime: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  month: { month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  full: { dateStyle: 'full', timeStyle: 'short' },
}

/**
 * European Portuguese shortens the month to a number, which reads as a day: 3/04/2026. A sentence gets
 * the whole name; with a time, where the whole date fills two lines of a table, both get two digits.
 */
const regional: Partial<Record<Locale, Partial<Record<DateFormat, Intl.DateTimeFormatOptions>>>> = {
  pt: { date: { month: 'long' }, datetime: { day: '2-digit', month: '2-digit' } },
}

const absolute = new Map<string, Intl.DateTimeFormat>()
const relative = new Map<string, Intl.RelativeTimeFormat>()

/** Without `timeZone`: where the code runs, the viewer's in a browser. */
export function formatDate(value: Instant, format: DateFormat, timeZone?: string) {
  const locale = currentLocale()
  const key = `${locale} ${format} ${timeZone ?? ''}`
  let formatter = absolute.get(key)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(regionalTag[locale], {
      ...options[format],
      ...regional[locale]?.[format],
      timeZone,
    })
    absolute.set(key, formatter)
  }
  return formatter.format(new Date(value))
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** "3 days ago", "in 2 hours", "now": the largest unit that fits, cut off rather than rounded up. */
export function formatRelative(value: Instant, now: number) {
  const locale = currentLocale()
  let formatter = relative.get(locale)
  if (!formatter) {
    formatter = new Intl.RelativeTimeFormat(regionalTag[locale], { numeric: 'auto' })
    relative.set(locale, formatter)
  }
  const distance = new Date(value).getTime() - now
  const [unit, size] = steps.find(([, length]) => Math.abs(distance) >= length) ?? ['second', 0]
  return formatter.format(size === 0 ? 0 : Math.trunc(distance / size), unit)
}
