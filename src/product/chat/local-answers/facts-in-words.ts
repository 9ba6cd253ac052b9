import { regionalTag } from '#/i18n/locale.ts'
import type { Language } from 'local-cloud/model/language.ts'
import type { Posting } from './read-posting.ts'

const CURRENCIES = 'EUR USD GBP CHF BRL CAD AUD NZD JPY INR SEK NOK DKK PLN CZK'.split(' ')
const signOf = (tag: string, currency: string) =>
  new Intl.NumberFormat(tag, { style: 'currency', currency })
    .formatToParts(1)
    .find(({ type }) => type === 'currency')?.value ?? currency

/** "$" and "US$" are both USD: postings are written in British and American English. */
const CODE_OF = new Map(
  CURRENCIES.flatMap((currency) =>
    [currency, signOf('en-US', currency), signOf('en-GB', currency)].map(
      (sign) => [sign, currency] as const,
    ),
  ),
)

const PERIODS: Record<Language, Record<string, (amount: string) => string>> = {
  en: {
    year: (amount) => `${amount} a year`,
    month: (amount) => `${amount} a month`,
    hour: (amount) => `${amount} an hour`,
  },
  de: {
    year: (amount) => `${amount} im Jahr`,
    month: (amount) => `${amount} im Monat`,
    hour: (amount) => `${amount} pro Stunde`,
  },
  pt: {
    year: (amount) => `${amount} por ano`,
    month: (amount) => `${amount} por mês`,
    hour: (amount) => `${amount} por hora`,
  },
}

const SIGN = '[A-Z]{0,3}[€$£¥₹]|[A-Z]{3}'
const RANGE = new RegExp(
  `^(${SIGN})? ?(\\d[\\d,]*)(?: ?(?:–|-|to) ?(?:${SIGN})? ?(\\d[\\d,]*))? ?(${SIGN})? (?:an?|per) (year|month|hour)$`,
)

/** "76000 to 94000 EUR per year" and "$76,000 – $94,000 a year" as the pages say them in the
 * language; what is written otherwise, as the posting writes it. */
function salaryIn(language: Language, written: string): string {
  const [, before = '', from = '', to = from, after = '', period = ''] =
    RANGE.exec(written.replace(/\s/g, ' ')) ?? []
  const currency = CODE_OF.get(before || after)
  const inWords = PERIODS[language][period]
  if (!currency || !inWords) return written
  const format = new Intl.NumberFormat(regionalTag[language], {
    style: 'currency',
    currency,
    maximumFractionDigits: 0,
  })
  const [min, max] = [from, to].map((amount) => Number(amount.replaceAll(',', '')))
  if (min === undefined || max === undefined) return written
  return inWords(min === max ? format.format(min) : format.formatRange(min, max))
}

const COUNTRIES =
  'AT AU BE BG BR CA CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IN IT JP LT LU LV MT MX NL NO NZ PL PT RO SE SI SK TR UA US'.split(
    ' ',
  )
const names = (language: Language) =>
  new Intl.DisplayNames(regionalTag[language], { type: 'region', fallback: 'code' })

/** "Leipzig, DE" and "Leipzig, Germany" with the country's name in the language. */
function locationIn(language: Language, written: string): string {
  const [, city, country] = /^(.+), ([^,]+)$/.exec(written) ?? []
  const english = names('en')
  const code = COUNTRIES.find((known) => known === country || english.of(known) === country)
  return city && code ? `${city}, ${names(language).of(code)}` : written
}

const TERMS: Record<string, Record<Language, string>> = {
  remote: { en: 'remote', de: 'remote', pt: 'remoto' },
  hybrid: { en: 'hybrid', de: 'hybrid', pt: 'híbrido' },
  onsite: { en: 'on site', de: 'vor Ort', pt: 'presencial' },
  fulltime: { en: 'full-time', de: 'Vollzeit', pt: 'tempo inteiro' },
  parttime: { en: 'part-time', de: 'Teilzeit', pt: 'tempo parcial' },
  fixedtermcontract: { en: 'fixed term', de: 'auf Zeit', pt: 'a prazo' },
  internship: { en: 'internship', de: 'Praktikum', pt: 'estágio' },
}

/** "onsite", "full_time": the terms that job boards share. */
const termIn = (language: Language, written: string): string =>
  TERMS[written.toLowerCase().replaceAll(/[ _-]/g, '')]?.[language] ?? written

/** "2026-12-24" as a date in the language. */
function dayIn(language: Language, written: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return written
  return new Intl.DateTimeFormat(regionalTag[language], {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(new Date(written))
}

/** The posting with its fields as one says them; its lines stay as they were written. */
export function factsIn(language: Language, posting: Posting): Posting {
  const { location, workplace, employment, salary, closes } = posting
  return {
    ...posting,
    location: location && locationIn(language, location),
    workplace: workplace && termIn(language, workplace),
    employment: employment && termIn(language, employment),
    salary: salary && salaryIn(language, salary),
    closes: closes && dayIn(language, closes),
  }
}
