import { m } from '#/i18n/messages.ts'
import type { PublicLink } from '#/platform/navigation/public-link.ts'

export const boardLink: PublicLink = {
  to: '/jobs',
  label: m.jobs_public_jobs,
  inHeader: true,
  invitation: m.jobs_public_browse,
}
