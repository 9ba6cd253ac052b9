import { Link, useNavigate } from '@tanstack/react-router'
import { linkOptions } from '@tanstack/react-router'
import Search from 'lucide-react/icons/search'
import { m } from '#/i18n/messages.ts'
import type { Membership } from '#/features/organizations/contract.ts'
import { Status } from '#/ui/badge.tsx'
import { Button } from '#/ui/button.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Card } from '#/ui/card.tsx'
import { FurrowsDrawing } from '#/ui/drawings/furrows.tsx'
import { PapersDrawing } from '#/ui/drawings/papers.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'
import { formatNumber } from '#/ui/format-number.ts'
import { InputGroup } from '#/ui/input.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { Pagination } from '#/ui/pagination.tsx'
import { Select } from '#/ui/select.tsx'
import { TabLink, TabLinks } from '#/ui/tab-links.tsx'
import { type Column, Table } from '#/ui/table.tsx'
import { Time } from '#/ui/time.tsx'
import type { Pipeline, ReceivedApplication } from './contract.ts'
import type { PipelineSearch } from './pipeline-search.ts'
import { statuses } from './application-statuses.ts'
import { stageName, statusTone } from './status-labels.ts'

interface PipelinePageProps {
  membership: Membership
  pipeline: Pipeline
  search: PipelineSearch
}

/** All applications to an organisation; the filters are in the address. */
export function PipelinePage({ membership, pipeline, search }: PipelinePageProps) {
  const params = { orgSlug: membership.slug }
  const total = statuses.reduce((sum, status) => sum + pipeline.counts[status], 0)
  const isFiltered = Boolean(search.job || search.q || search.status)
  const filters = { job: search.job, q: search.q }
  return (
    <>
      <PageHeader
        title={m.applications_pipeline_title()}
        description={m.applications_pipeline_description({ name: membership.name })}
      />
      {total === 0 && !isFiltered ? (
        <Card>
          <EmptyState
            as="h2"
            drawing={<PapersDrawing />}
            title={m.applications_pipeline_empty_title()}
            action={
              <ButtonLink to="/o/$orgSlug/jobs" params={params}>
                {m.applications_go_to_jobs()}
              </ButtonLink>
            }
          >
            {m.applications_pipeline_empty_text()}
          </EmptyState>
        </Card>
      ) : (
        <>
          <Filters
            key={`${search.q} ${search.job}`}
            orgSlug={membership.slug}
            pipeline={pipeline}
            search={search}
          />
          <TabLinks label={m.applications_tabs()}>
            <TabLink
              to="/o/$orgSlug/applications"
              params={params}
              search={{ ...filters, status: undefined }}
              activeOptions={{ explicitUndefined: true }}
            >
              {m.applications_tab_all()} <Count number={total} />
            </TabLink>
            {statuses.map((status) => (
              <TabLink
                key={status}
                to="/o/$orgSlug/applications"
                params={params}
                search={{ ...filters, status }}
              >
                {stageName(status)} <Count number={pipeline.counts[status]} />
              </TabLink>
            ))}
          </TabLinks>
          <Card className="mt-4 overflow-hidden">
            <ApplicationsTable orgSlug={membership.slug} applications={pipeline.applications} />
          </Card>
          <div className="mt-4">
            <Pagination
              page={pipeline.page}
              pageCount={pipeline.pageCount}
              link={(page) =>
                linkOptions({ to: '/o/$orgSlug/applications', params, search: { ...search, page } })
              }
            />
          </div>
        </>
      )}
    </>
  )
}

const Count = ({ number }: { number: number }) => (
  <span className="font-normal text-ink-faint tabular-nums">{formatNumber(number)}</span>
)

function Filters({
  orgSlug,
  pipeline,
  search,
}: {
  orgSlug: string
  pipeline: Pipeline
  search: PipelineSearch
}) {
  const navigate = useNavigate()
  const show = (changed: Partial<PipelineSearch>) =>
    navigate({
      to: '/o/$orgSlug/applications',
      params: { orgSlug },
      search: { ...search, page: undefined, ...changed },
    })
  return (
    <form
      role="search"
      className="mb-4 flex flex-wrap gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        const typed = new FormData(event.currentTarget).get('q')
        void show({ q: (typeof typed === 'string' && typed.trim()) || undefined })
      }}
    >
      <InputGroup
        type="search"
        name="q"
        className="min-w-0 flex-1 basis-56 sm:max-w-xs"
        aria-label={m.applications_search()}
        placeholder={m.applications_search()}
        defaultValue={search.q}
        maxLength={100}
        start={<Search aria-hidden="true" />}
      />
      <Button type="submit">{m.applications_search_action()}</Button>
      {pipeline.jobs.length > 1 && (
        <Select
          className="min-w-0 sm:ml-auto sm:w-64 max-sm:basis-full"
          aria-label={m.applications_filter_job()}
          value={search.job ?? ''}
          onChange={(event) => void show({ job: event.target.value || undefined })}
          placeholder={m.applications_filter_all_jobs()}
          options={pipeline.jobs.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
    </form>
  )
}

function ApplicationsTable({
  orgSlug,
  applications,
}: {
  orgSlug: string
  applications: ReceivedApplication[]
}) {
  return (
    <Table
      caption={m.applications_pipeline_caption()}
      rows={applications}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          drawing={<FurrowsDrawing />}
          title={m.applications_pipeline_none_title()}
          action={
            <ButtonLink to="/o/$orgSlug/applications" params={{ orgSlug }} search={{}}>
              {m.applications_clear_filters()}
            </ButtonLink>
          }
        >
          {m.applications_pipeline_none_text()}
        </EmptyState>
      }
      columns={columns(orgSlug)}
    />
  )
}

const columns = (orgSlug: string): Column<ReceivedApplication>[] => [
  {
    key: 'name',
    header: m.applications_column_candidate(),
    cell: ({ id, name, email }) => (
      <>
        <Link
          to="/o/$orgSlug/applications/$applicationId"
          params={{ orgSlug, applicationId: id }}
          className="rounded-[2px] hover:underline"
        >
          {name}
        </Link>
        <span className="block font-normal text-ink-muted">{email}</span>
      </>
    ),
  },
  { key: 'job', header: m.applications_column_job(), cell: ({ job }) => job.title },
  {
    key: 'status',
    header: m.applications_column_status(),
    className: 'sm:w-36',
    cell: ({ status }) => <Status tone={statusTone(status)}>{stageName(status)}</Status>,
  },
  {
    key: 'score',
    header: m.applications_column_score(),
    align: 'end',
    className: 'sm:w-28',
    cell: ({ score }) =>
      score ?? <span className="text-ink-faint">{m.applications_score_none()}</span>,
  },
  {
    key: 'received',
    header: m.applications_column_received(),
    align: 'end',
    className: 'sm:w-36 text-ink-muted',
    cell: ({ createdAt }) => <Time value={createdAt} format="relative" />,
  },
]
