import { z } from 'zod'
import { m } from '#/i18n/messages.ts'
import { oneLine } from '#/plain-text.ts'
import { employmentTypes, workplaces } from './board-search.ts'

export const salaryPeriods = ['year', 'month', 'hour'] as const
export const salaryCurrencies = ['EUR', 'GBP', 'USD', 'CHF', 'SEK', 'DKK', 'PLN', 'BRL'] as const

const amount = z.number().int().positive().max(10_000_000)
const text = (max: number) => z.string().trim().max(max)

const plain = z.object({
  title: oneLine(100).min(3),
  department: oneLine(60),
  location: oneLine(80),
  /** ISO 3166-1 alpha-2; empty while nobody has chosen. */
  country: z.string().regex(/^([A-Z]{2})?$/),
  workplace: z.enum(workplaces),
  employmentType: z.enum(employmentTypes),
  /** In whole units of the currency. */
  salaryMin: amount.optional(),
  salaryMax: amount.optional(),
  salaryCurrency: z.enum(salaryCurrencies),
  salaryPeriod: z.enum(salaryPeriods),
  skills: z.array(oneLine(40).min(1)).max(20),
  summary: text(300),
  /** Markdown. */
  description: text(20_000),
  /** The last day on which one can apply. */
  closesOn: z.iso.date().optional(),
})

/** These rules are said together with what else is wrong; other input than an object has no fields. */
const isObject = ({ value }: { value: unknown }) => typeof value === 'object' && value !== null

/** A job as it is edited. A draft may lack what a reader needs; see missingFields. */
export const jobFields = plain
  .refine(({ salaryMin, salaryMax }) => (salaryMin === undefined) === (salaryMax === undefined), {
    path: ['salaryMax'],
    error: () => m.jobs_manage_salary_both(),
    when: isObject,
  })
  .refine(({ salaryMin = 0, salaryMax = Infinity }) => salaryMin <= salaryMax, {
    path: ['salaryMax'],
    error: () => m.jobs_manage_salary_order(),
    when: isObject,
  })
export type JobFields = z.infer<typeof jobFields>

export const neededToPublish = ['location', 'country', 'summary', 'description'] as const
export type NeededField = (typeof neededToPublish)[number]

/** What has to be filled in before the job can be shown to everybody. */
export const missingFields = (job: Pick<JobFields, NeededField>): NeededField[] =>
  neededToPublish.filter((field) => job[field].trim() === '')
