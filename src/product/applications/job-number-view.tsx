import { Link } from '@tanstack/react-router'
import type { JobNumberView } from '#/product/jobs/job-number-view.ts'
import { applicationNumber } from './job-number.ts'
import { m } from '#/i18n/messages.ts'
import { Badge } from '#/ui/badge.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { formatNumber } from '#/ui/format-number.ts'

/** The number of those who have applied for a job, for the people who manage it. */
export const applicationNumberView: JobNumberView = {
  name: applicationNumber,
  header: m.applications_of_job,
  cell: ({ orgSlug, job, number: { count, unseen } }) =>
    count === 0 ? (
      <span className="text-ink-faint">0</span>
    ) : (
      <span className="inline-flex items-center gap-2">
        {unseen > 0 && <Badge tone="accent">{m.applications_of_job_new({ count: unseen })}</Badge>}
        <Link
          to="/o/$orgSlug/applications"
          params={{ orgSlug }}
          search={{ job: job.id }}
          aria-label={`${m.applications_of_job_see()}: ${job.title}, ${count}`}
          className="rounded-[2px] underline decoration-line-field underline-offset-4 hover:decoration-ink"
        >
          {formatNumber(count)}
        </Link>
      </span>
    ),
  action: ({ orgSlug, job, number }) =>
    number.count > 0 && (
      <ButtonLink to="/o/$orgSlug/applications" params={{ orgSlug }} search={{ job: job.id }}>
        {m.applications_of_job_see()}
      </ButtonLink>
    ),
}
