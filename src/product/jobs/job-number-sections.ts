import { applicationNumberView } from '#/product/applications/job-number-view.tsx'
import type { JobNumberView } from './job-number-view.ts'

/** How the numbers of a job are shown to its organization. */
export const jobNumberViews: JobNumberView[] = [applicationNumberView]
