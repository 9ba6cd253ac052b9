import type { statuses } from '#/product/applications/application-statuses.ts'
import type { Locale } from '#/i18n/locale.ts'

export type SeededCv = {
  /** As the person named the file; unique among the person's. */
  name: string
  daysAgo: number
  /** Whether the person had it reviewed, in their language, a few minutes later. */
  isReviewed: boolean
  /** A line has at most 92 characters, which a page of the PDF holds; Latin-1, as its font. */
  text: string
}

export type SeededApplication = {
  /** The title of the job. */
  job: string
  /** The name of the file; with its review, if it has one. */
  cv: string
  daysAgo: number
  coverNote: string
  /** After `new`, in order. A colleague moves it; only `withdrawn` is the candidate's own. */
  moves: { to: Exclude<(typeof statuses)[number], 'new'>; daysAgo: number; by?: string }[]
}

/** The answer is the local model's, word for word. */
export type SeededQuestion = { job: string; daysAgo: number; question: string; answer: string }

/** Somebody who looks for work. Times are days before the moment of seeding. */
export type SeededCandidate = {
  name: string
  email: string
  locale: Locale
  joinedDaysAgo: number
  cvs: SeededCv[]
  applications: SeededApplication[]
  question?: SeededQuestion
}
