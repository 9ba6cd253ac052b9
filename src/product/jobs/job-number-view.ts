import type { ReactNode } from 'react'
import type { JobNumber } from './manage-contract.ts'

type Shown = { orgSlug: string; job: { id: string; title: string }; number: JobNumber }

export type JobNumberView = {
  /** As in job-numbers.ts. */
  name: string
  /** The head of its column in the list of jobs. */
  header: () => string
  cell: (shown: Shown) => ReactNode
  /** Leads from the page of a job to the things that are counted; null when there are none. */
  action: (shown: Shown) => ReactNode
}

export const numberOf = ({ numbers }: { numbers: Record<string, JobNumber> }, name: string) =>
  numbers[name] ?? { count: 0, unseen: 0 }
