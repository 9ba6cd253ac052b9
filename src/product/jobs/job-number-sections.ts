import { applicationNumberView } from '#/product/applications/job-number-view.tsx'
import type { JobNumberName } from './job-numbers.ts'
import type { JobNumberView } from './job-number-view.ts'

/** How the numbers of a job are shown to its organization. */
export const jobNumberViews: Record<JobNumberName, JobNumberView> = {
  applications: applicationNumberView,
}
