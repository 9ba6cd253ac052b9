import type { ApplicationStatus } from '../application-statuses.ts'

/** Times are days before the moment of seeding. */
export type SampleApplication = {
  /** The email address of the person. */
  candidate: string
  /** The title of the job. */
  job: string
  /** The name of one of the person's files. */
  cv: string
  daysAgo: number
  coverNote: string
  /** After `new`, in order. A colleague moves it; only `withdrawn` is the candidate's own. */
  moves: { to: Exclude<ApplicationStatus, 'new'>; daysAgo: number; by?: string }[]
}
