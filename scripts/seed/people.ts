import type { Locale } from '#/i18n/locale.ts'

/** One password for all sample accounts; they exist only where the seed was run. */
export const samplePassword = 'plant-more-trees'

export type SamplePerson = {
  name: string
  email: string
  role?: 'admin'
  /** Shown by `bun dev` with the password; without it the person has no way to sign in. */
  label?: string
  locale?: Locale
  /** Longer ago than the oldest organisation, unless it is said. */
  joinedDaysAgo?: number
}

export const samplePeople: SamplePerson[] = [
  {
    label: 'Candidate',
    name: 'Clara Weiss',
    email: 'candidate@loam.example',
    locale: 'en',
    joinedDaysAgo: 19,
  },
  { label: 'Recruiter', name: 'Rafael Brandt', email: 'recruiter@loam.example' },
  { label: 'Owner', name: 'Olivia Hartmann', email: 'owner@loam.example' },
  { label: 'Admin', name: 'Ada Falk', email: 'admin@loam.example', role: 'admin' },
  { name: 'Inês Carvalho', email: 'ines@alvor.example' },
  { name: 'Tiago Moura', email: 'tiago@alvor.example' },
  { name: 'Hannah Ashworth', email: 'hannah@penninefreight.example' },
]
