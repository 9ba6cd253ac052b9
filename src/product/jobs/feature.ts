import Briefcase from 'lucide-react/icons/briefcase'
import Search from 'lucide-react/icons/search'
import { defineFeature } from '#/define-feature.ts'
import { m } from '#/i18n/messages.ts'
import { publishedJobs } from './plan-limits.ts'

export const jobs = defineFeature({
  navigation: {
    personal: [{ to: '/jobs', icon: Search, label: m.jobs_nav_jobs, order: 20 }],
    organization: [
      {
        to: '/o/$orgSlug/jobs',
        icon: Briefcase,
        label: m.jobs_nav_organization_jobs,
        order: 10,
        atHome: true,
      },
    ],
  },
  audit: [
    {
      name: 'jobs',
      label: m.jobs_group_jobs,
      inOrganization: true,
      actions: {
        'job.created': m.jobs_job_created,
        'job.published': m.jobs_job_published,
        'job.unpublished': m.jobs_job_unpublished,
        'job.closed': m.jobs_job_closed,
        'job.deleted': m.jobs_job_deleted,
      },
      // Draft, published, closed.
      saysAlready: () => true,
    },
  ],
  limits: [publishedJobs],
  organizationNumbers: [
    { name: 'jobs', text: m.jobs_count_jobs, isLost: true },
    { name: 'open_jobs', text: m.jobs_open_jobs, column: m.jobs_column_jobs, atHome: 'fact' },
  ],
  organizationPage: '/companies/$orgSlug',
})
