import { Link, linkOptions } from '@tanstack/react-router'
import Plus from 'lucide-react/icons/plus'
import type { Membership } from '#/platform/organizations/contract.ts'
import { m } from '#/i18n/messages.ts'
import { Badge, Status } from '#/ui/badge.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Card } from '#/ui/card.tsx'
import { FurrowsDrawing } from '#/ui/drawings/furrows.tsx'
import { SeedlingDrawing } from '#/ui/drawings/seedling.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'
import { FactLine } from '#/ui/fact-line.tsx'
import { formatNumber } from '#/ui/format-number.ts'
import { PageHeader } from '#/ui/page-header.tsx'
import { TabLink, TabLinks } from '#/ui/tab-links.tsx'
import { type Column, Table } from '#/ui/table.tsx'
import { Time } from '#/ui/time.tsx'
import { jobNumberViews } from './job-number-sections.ts'
import { numberOf } from './job-number-view.ts'
import { type JobOrder, oppositeOf, usualOrder } from './job-orders.ts'
import type { JobStatus, ManagedJob, ManagedJobs } from './manage-contract.ts'
import { jobStatuses } from './job-statuses.ts'
import { jobStatusName, jobStatusTone } from './manage-labels.ts'

interface ManageJobsPageProps {
  membership: Membership
  managed: ManagedJobs
  status?: JobStatus
  sort?: JobOrder
}

/** The jobs of an organisation, for its members. */
export function ManageJobsPage({ membership, managed, status, sort }: ManageJobsPageProps) {
  const { jobs, counts } = managed
  const total = counts.draft + counts.published + counts.closed
  const params = { orgSlug: membership.slug }
  const newJob = (
    <ButtonLink to="/o/$orgSlug/jobs/new" params={params} variant="primary">
      <Plus aria-hidden="true" />
      {m.jobs_manage_new()}
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        title={m.jobs_manage_title()}
        description={m.jobs_manage_description({ name: membership.name })}
        mark={
          // More than the plan allows can be left over from a larger one.
          counts.published <= managed.publishedLimit && (
            <Badge>
              {m.jobs_manage_places({ used: counts.published, limit: managed.publishedLimit })}
            </Badge>
          )
        }
        actions={total > 0 && newJob}
      />
      {total === 0 ? (
        <Card>
          <EmptyState
            as="h2"
            drawing={<SeedlingDrawing />}
            title={m.jobs_manage_empty_title()}
            action={newJob}
          >
            {m.jobs_manage_empty_text()}
          </EmptyState>
        </Card>
      ) : (
        <>
          <TabLinks label={m.jobs_manage_tabs()}>
            <TabLink
              to="/o/$orgSlug/jobs"
              params={params}
              search={{ status: undefined, sort }}
              activeOptions={{ explicitUndefined: true }}
            >
              {m.jobs_manage_all()} <Count number={total} />
            </TabLink>
            {jobStatuses.map((tab) => (
              <TabLink
                key={tab}
                to="/o/$orgSlug/jobs"
                params={params}
                search={{ status: tab, sort }}
              >
                {jobStatusName(tab)} <Count number={counts[tab]} />
              </TabLink>
            ))}
          </TabLinks>
          <Card className="mt-4 overflow-hidden">
            <JobsTable jobs={jobs} orgSlug={membership.slug} status={status} sort={sort} />
          </Card>
        </>
      )}
    </>
  )
}

const Count = ({ number }: { number: number }) => (
  <span className="font-normal text-ink-faint tabular-nums">{formatNumber(number)}</span>
)

interface JobsTableProps {
  jobs: ManagedJob[]
  orgSlug: string
  status?: JobStatus
  sort?: JobOrder
}

function JobsTable({ jobs, orgSlug, status, sort }: JobsTableProps) {
  return (
    <Table
      caption={m.jobs_manage_caption()}
      rows={jobs}
      rowKey={({ id }) => id}
      empty={
        status && (
          <EmptyState drawing={<FurrowsDrawing />} title={m.jobs_manage_none_title()}>
            {m.jobs_manage_none_text()}
          </EmptyState>
        )
      }
      columns={columns(orgSlug, sortLinks(orgSlug, status, sort))}
    />
  )
}

/** A head sorts its column from its usual end, and the other way round when it is pressed again. */
function sortLinks(orgSlug: string, status?: JobStatus, sort: JobOrder = usualOrder) {
  return (usual: JobOrder): NonNullable<Column<ManagedJob>['sort']> => {
    const isNow = sort === usual || sort === oppositeOf(usual)
    return {
      link: linkOptions({
        to: '/o/$orgSlug/jobs',
        params: { orgSlug },
        search: { status, sort: sort === usual ? oppositeOf(usual) : usual },
      }),
      now: isNow ? (sort.startsWith('-') ? 'descending' : 'ascending') : undefined,
    }
  }
}

const columns = (orgSlug: string, sortBy: ReturnType<typeof sortLinks>): Column<ManagedJob>[] => [
  {
    key: 'title',
    header: m.jobs_manage_column_job(),
    sort: sortBy('title'),
    cell: (job) => (
      <>
        <Link
          to="/o/$orgSlug/jobs/$jobId"
          params={{ orgSlug, jobId: job.id }}
          className="rounded-[2px] hover:underline"
        >
          {job.title}
        </Link>
        <span className="block font-normal text-ink-muted">
          <FactLine facts={[job.department, job.location]} />
        </span>
      </>
    ),
  },
  {
    key: 'status',
    header: m.jobs_manage_column_status(),
    className: 'xl:w-40',
    cell: ({ status }) => <Status tone={jobStatusTone(status)}>{jobStatusName(status)}</Status>,
  },
  ...jobNumberViews.map(({ name, header, cell }): Column<ManagedJob> => ({
    key: name,
    header: header(),
    sort: sortBy(`-${name}`),
    align: 'end',
    className: 'xl:w-44',
    cell: (job) => cell({ orgSlug, job, number: numberOf(job, name) }),
  })),
  {
    key: 'published',
    header: m.jobs_manage_column_published(),
    sort: sortBy('-published'),
    align: 'end',
    className: 'xl:w-36 text-ink-muted',
    cell: ({ publishedAt }) => (publishedAt ? <Time value={publishedAt} /> : m.jobs_manage_never()),
  },
]
