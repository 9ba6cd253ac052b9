import { currentLocale } from '#/i18n/locale.ts'

export type DateFormat = 'date' | 'datetime' | 'month' | 'time' | 'full'
export type Instant = Date | string | number

const options: Record<DateFormat, Intl.DateTimeFormatOptions> = {
  date: { day: 'numeric', month: 'short', year: 'numeric' },
  datetime: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  month: { month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit' },
  full: { dateStyle: 'full', timeStyle: 'short' },
}

const absolute = new Map<string, Intl.DateTimeFormat>()
const relative = new Map<string, Intl.RelativeTimeFormat>()

/** Without `timeZone`: where the code runs, the viewer's in a browser. */
export function formatDate(value: Instant, format: DateFormat, timeZone?: string) {
  const locale = currentLocale()
  const key = `${locale} ${format} ${timeZone ?? ''}`
  let formatter = absolute.get(key)
  if (!formatter) {
    // "en" alone means American dates; 3 Apr 2026 cannot be misread.
    const written = locale === 'en' ? 'en-GB' : locale
    formatter = new Intl.DateTimeFormat(written, { ...options[format], timeZone })
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
    formatter = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
    relative.set(locale, formatter)
  }
  const distance = new Date(value).getTime() - now
  const [unit, size] = steps.find(([, length]) => Math.abs(distance) >= length) ?? ['second', 0]
  return formatter.format(size === 0 ? 0 : Math.trunc(distance / size), unit)
}
