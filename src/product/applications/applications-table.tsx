import { Link, linkOptions } from '@tanstack/react-router'
import { m } from '#/i18n/messages.ts'
import { Status } from '#/ui/badge.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { FurrowsDrawing } from '#/ui/drawings/furrows.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'
import { type Column, Table } from '#/ui/table.tsx'
import { Time } from '#/ui/time.tsx'
import type { ReceivedApplication } from './contract.ts'
import { usualPipelineOrder } from './pipeline-order.ts'
import type { PipelineSearch } from './pipeline-search.ts'
import { scoreTexts } from './score-sections.ts'
import type { ScoreTexts } from './score-texts.ts'
import { stageName, statusTone } from './status-labels.ts'

interface ApplicationsTableProps {
  orgSlug: string
  applications: ReceivedApplication[]
  search: PipelineSearch
}

export function ApplicationsTable({ orgSlug, applications, search }: ApplicationsTableProps) {
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
      columns={columns(orgSlug, search)}
    />
  )
}

const columns = (orgSlug: string, search: PipelineSearch): Column<ReceivedApplication>[] => [
  {
    key: 'name',
    header: m.applications_column_candidate(),
    cell: ({ id, name, email }) => (
      <>
        <Link
          to="/o/$orgSlug/applications/$applicationId"
          params={{ orgSlug, applicationId: id }}
          search={search}
          className="rounded-[2px] hover:underline"
        >
          {name}
        </Link>
        <span className="block truncate font-normal text-ink-muted sm:max-w-40 xl:max-w-none">
          {email}
        </span>
      </>
    ),
  },
  { key: 'job', header: m.applications_column_job(), cell: ({ job }) => job.title },
  {
    key: 'status',
    header: m.applications_column_status(),
    className: 'xl:w-36',
    cell: ({ status }) => <Status tone={statusTone(status)}>{stageName(status)}</Status>,
  },
  ...(scoreTexts ? [scoreColumn(scoreTexts, sortBy(orgSlug, search, 'score'))] : []),
  {
    key: 'received',
    align: 'end',
    className: 'xl:w-36 text-ink-muted',
    header: m.applications_column_received(),
    sort: sortBy(orgSlug, search, 'received'),
    cell: ({ createdAt }) => <Time value={createdAt} format="relative" />,
  },
]

const scoreColumn = (
  { name, none }: ScoreTexts,
  sort: Column<ReceivedApplication>['sort'],
): Column<ReceivedApplication> => ({
  key: 'score',
  align: 'end',
  className: 'xl:w-28',
  header: name(),
  sort,
  cell: ({ score }) => score ?? <span className="text-ink-faint">{none()}</span>,
})

/** The most of it first, and the other way round when the head is pressed again. */
function sortBy(orgSlug: string, search: PipelineSearch, by: 'received' | 'score') {
  const { sort = usualPipelineOrder } = search
  const most = `-${by}` as const
  return {
    link: linkOptions({
      to: '/o/$orgSlug/applications',
      params: { orgSlug },
      search: { ...search, page: undefined, sort: sort === most ? by : most },
    }),
    now: sort === by ? 'ascending' : sort === most ? 'descending' : undefined,
  } as const
}
