import { currentLocale, regionalTag } from '#/i18n/locale.ts'

/* Building an Intl formatter costs about as much as rendering a component; keep them. */
const formatters = new Map<string, Intl.NumberFormat>()

function formatter(locale: string, options: Intl.NumberFormatOptions) {
  const key = locale + JSON.stringify(options)
  let found = formatters.get(key)
  if (!found) formatters.set(key, (found = new Intl.NumberFormat(locale, options)))
  return found
}

export function formatNumber(value: number, options: Intl.NumberFormatOptions = {}) {
  return formatter(regionalTag[currentLocale()], options).format(value)
}

/** `share` from 0 to 1. */
export function formatPercent(share: number) {
  return formatNumber(share, { style: 'percent', maximumFractionDigits: 0 })
}

/** Decimal units, as systems show them: 4,200,000 bytes are 4.2 MB. */
export function formatFileSize(bytes: number) {
  const [divisor, unit] =
    bytes < 1000
      ? [1, 'byte']
      : bytes < 1_000_000
        ? [1000, 'kilobyte']
        : bytes < 1_000_000_000
          ? [1_000_000, 'megabyte']
          : [1_000_000_000, 'gigabyte']
  return formatNumber(bytes / divisor, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: 1,
  })
}

/** `amount` in the currency's smallest unit, as Stripe counts; `currency` as "eur" or "EUR". */
export function formatMoney(amount: number, currency: string) {
  const options = {
    style: 'currency',
    currency: currency.toUpperCase(),
    trailingZeroDisplay: 'stripIfInteger',
  } as const
  const money = formatter(regionalTag[currentLocale()], options)
  const digits = money.resolvedOptions().maximumFractionDigits ?? 2
  return money.format(amount / 10 ** digits)
}
