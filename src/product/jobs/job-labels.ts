import { currentLocale, regionalTag } from '#/i18n/locale.ts'
import { m } from '#/i18n/messages.ts'
import type { EmploymentType, Workplace } from './board-search.ts'
import type { ListedJob, Salary } from './contract.ts'

const workplaces = {
  onsite: m.jobs_workplace_onsite,
  hybrid: m.jobs_workplace_hybrid,
  remote: m.jobs_workplace_remote,
}
const employmentTypes = {
  full_time: m.jobs_type_full_time,
  part_time: m.jobs_type_part_time,
  contract: m.jobs_type_contract,
  internship: m.jobs_type_internship,
}

export const workplaceLabel = (workplace: Workplace) => workplaces[workplace]()
export const employmentTypeLabel = (type: EmploymentType) => employmentTypes[type]()

const countryNames = new Map<string, Intl.DisplayNames>()

/** "DE" -> "Germany", in the language of the page. */
export function countryName(code: string): string {
  const locale = currentLocale()
  let names = countryNames.get(locale)
  if (!names) {
    names = new Intl.DisplayNames(regionalTag[locale], { type: 'region', fallback: 'code' })
    countryNames.set(locale, names)
  }
  // A code that was never one (it came from a URL) is shown as it is.
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code
}

const periods = {
  year: m.jobs_salary_year,
  month: m.jobs_salary_month,
  hour: m.jobs_salary_hour,
}

/** "€78,000 – €96,000 a year" */
export const salaryLabel = ({ min, max, currency, period }: Salary) =>
  periods[period]({ amount: moneyRange(min, max, currency) })

const moneyFormats = new Map<string, Intl.NumberFormat>()

/** Whole units; one amount where both are the same. */
export function moneyRange(min: number, max: number, currency: string): string {
  const locale = currentLocale()
  const key = `${locale} ${currency}`
  let format = moneyFormats.get(key)
  if (!format) {
    format = new Intl.NumberFormat(regionalTag[locale], {
      style: 'currency',
      currency,
      maximumFractionDigits: 0,
    })
    moneyFormats.set(key, format)
  }
  return min === max ? format.format(min) : format.formatRange(min, max)
}

/** "Halden Wärme", "Leipzig, Germany", "Hybrid", "Part-time"; full-time goes without saying. */
export const jobFacts = (job: ListedJob): string[] => [
  job.company.name,
  `${job.location}, ${countryName(job.country)}`,
  workplaceLabel(job.workplace),
  ...(job.employmentType === 'full_time' ? [] : [employmentTypeLabel(job.employmentType)]),
]
