import { Link } from '@tanstack/react-router'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import { m } from '#/i18n/messages.ts'
import { Status } from '#/ui/badge.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { FurrowsDrawing } from '#/ui/drawings/furrows.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'
import { type Column, Table } from '#/ui/table.tsx'
import { Time } from '#/ui/time.tsx'
import type { ReceivedApplication } from './contract.ts'
import type { PipelineOrder } from './pipeline-order.ts'
import type { PipelineSearch } from './pipeline-search.ts'
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
    align: 'end',
    className: 'sm:w-28',
    ...sortable({
      orgSlug,
      search,
      label: m.applications_column_score(),
      descending: 'highest',
      ascending: 'lowest',
    }),
    cell: ({ score }) =>
      score ?? <span className="text-ink-faint">{m.applications_score_none()}</span>,
  },
  {
    key: 'received',
    align: 'end',
    className: 'sm:w-36 text-ink-muted',
    ...sortable({
      orgSlug,
      search,
      label: m.applications_column_received(),
      descending: 'newest',
      ascending: 'oldest',
    }),
    cell: ({ createdAt }) => <Time value={createdAt} format="relative" />,
  },
]

interface SortableOptions {
  orgSlug: string
  search: PipelineSearch
  label: string
  /** Where a first press leads; the next one turns it round. */
  descending: PipelineOrder
  ascending: PipelineOrder
}

/** A phone has no row of headers: there the same is chosen beside the filters. */
function sortable({ orgSlug, search, label, descending, ascending }: SortableOptions) {
  const now = search.sort ?? 'newest'
  const Arrow = now === ascending ? ArrowUp : ArrowDown
  return {
    sorted:
      now === descending
        ? ('descending' as const)
        : now === ascending
          ? ('ascending' as const)
          : undefined,
    header: (
      <>
        <span className="sm:hidden">{label}</span>
        <Link
          to="/o/$orgSlug/applications"
          params={{ orgSlug }}
          search={{ ...search, page: undefined, sort: now === descending ? ascending : descending }}
          resetScroll={false}
          className="group flex items-center justify-end gap-1 rounded-[2px] hover:text-ink max-sm:hidden"
        >
          <Arrow
            aria-hidden="true"
            className={
              now === descending || now === ascending
                ? 'size-3.5 text-ink'
                : 'size-3.5 opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60'
            }
          />
          {label}
        </Link>
      </>
    ),
  }
}
