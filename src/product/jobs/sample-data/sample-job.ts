import type { employmentTypes, jobStatuses, salaryPeriods, workplaces } from '../tables.ts'

/** A job of the sample data. Dates are days before (or after) the moment of seeding. */
export type SampleJob = {
  title: string
  department: string
  summary: string
  location: string
  country: string
  workplace: (typeof workplaces)[number]
  employmentType?: (typeof employmentTypes)[number]
  skills: string[]
  /** From and to, in whole units of the organisation's currency unless one is named. */
  salary?: [number, number]
  salaryCurrency?: string
  salaryPeriod?: (typeof salaryPeriods)[number]
  status?: (typeof jobStatuses)[number]
  publishedDaysAgo: number
  closesInDays?: number
  /** Of a closed one. */
  closedDaysAgo?: number
  /** Markdown. */
  description: string
}
