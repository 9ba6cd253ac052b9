import type { Locale } from '#/i18n/locale.ts'
import type { SamplePerson } from '../../../scripts/seed/people.ts'

type SampleCv = {
  /** As the person named the file; no two files have the same name. */
  name: string
  daysAgo: number
  /** A line has at most 92 characters, which a page of the PDF holds; Latin-1, as its font. */
  text: string
}

/** Somebody who looks for work. Times are days before the moment of seeding. */
export type SampleCandidate = SamplePerson & {
  locale: Locale
  joinedDaysAgo: number
  cvs: SampleCv[]
}
