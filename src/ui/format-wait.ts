import { currentLocale, regionalTag } from '#/i18n/locale.ts'

const units = [
  { unit: 'second', seconds: 1 },
  { unit: 'minute', seconds: 60 },
  { unit: 'hour', seconds: 3_600 },
] as const

/** "40 seconds", "12 minutes", "23 hours"; rounded up, so that waiting that long is enough. */
export function formatWait(seconds: number): string {
  const { unit, seconds: length } = units.findLast((one) => seconds >= one.seconds) ?? units[0]
  return new Intl.NumberFormat(regionalTag[currentLocale()], {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(Math.ceil(seconds / length))
}
