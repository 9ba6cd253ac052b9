import { m } from '#/i18n/messages.ts'
import type { Tone } from '#/ui/badge.tsx'
import type { JobStatus } from './manage-contract.ts'

const names = {
  draft: m.jobs_manage_status_draft,
  published: m.jobs_manage_status_published,
  closed: m.jobs_manage_status_closed,
}
const tones: Record<JobStatus, Tone> = { draft: 'neutral', published: 'success', closed: 'neutral' }

export const jobStatusName = (status: JobStatus) => names[status]()
export const jobStatusTone = (status: JobStatus) => tones[status]
