import type { OrganizationLimit } from '#/platform/billing/limit.ts'
import { m } from '#/i18n/messages.ts'

export const publishedJobs: OrganizationLimit = {
  name: 'published_jobs',
  of: 'organization',
  period: null,
  allowed: { starter: 3, team: 100 },
  words: {
    gain: m.jobs_gain_jobs,
    label: m.jobs_usage_jobs,
    usedUp: m.jobs_usage_jobs_used_up,
  },
  order: 10,
}
