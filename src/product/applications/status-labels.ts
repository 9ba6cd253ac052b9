import { m } from '#/i18n/messages.ts'
import type { Tone } from '#/ui/badge.tsx'
import type { ApplicationStatus } from './application-statuses.ts'

const names = {
  new: m.applications_status_new,
  in_review: m.applications_status_in_review,
  interview: m.applications_status_interview,
  offer: m.applications_status_offer,
  hired: m.applications_status_hired,
  rejected: m.applications_status_rejected,
  withdrawn: m.applications_status_withdrawn,
}

const tones: Record<ApplicationStatus, Tone> = {
  new: 'accent',
  in_review: 'info',
  interview: 'primary',
  offer: 'primary',
  hired: 'success',
  rejected: 'neutral',
  withdrawn: 'neutral',
}

/** As a candidate reads it. */
export const statusName = (status: ApplicationStatus) => names[status]()
/** As a recruiter reads it: what has arrived is new. */
export const stageName = (status: ApplicationStatus) =>
  status === 'new' ? m.applications_stage_new() : statusName(status)
export const statusTone = (status: ApplicationStatus) => tones[status]
