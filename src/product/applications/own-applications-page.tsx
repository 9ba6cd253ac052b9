import { Link } from '@tanstack/react-router'
import { m } from '#/i18n/messages.ts'
import { Status } from '#/ui/badge.tsx'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Card } from '#/ui/card.tsx'
import { PapersDrawing } from '#/ui/drawings/papers.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { type Column, Table } from '#/ui/table.tsx'
import { Time } from '#/ui/time.tsx'
import type { OwnApplication } from './contract.ts'
import { statusName, statusTone } from './status-labels.ts'

export function OwnApplicationsPage({ applications }: { applications: OwnApplication[] }) {
  return (
    <>
      <PageHeader
        title={m.applications_mine_title()}
        description={m.applications_mine_description()}
      />
      <Card className="overflow-hidden">
        <Table
          caption={m.applications_mine_caption()}
          rows={applications}
          rowKey={({ id }) => id}
          empty={
            <EmptyState
              as="h2"
              drawing={<PapersDrawing />}
              title={m.applications_mine_empty_title()}
              action={
                <ButtonLink to="/jobs" variant="primary">
                  {m.applications_find_jobs()}
                </ButtonLink>
              }
            >
              {m.applications_mine_empty_text()}
            </EmptyState>
          }
          columns={columns()}
        />
      </Card>
    </>
  )
}

const columns = (): Column<OwnApplication>[] => [
  {
    key: 'job',
    header: m.applications_column_job(),
    cell: ({ id, job }) => (
      <Link
        to="/applications/$applicationId"
        params={{ applicationId: id }}
        className="rounded-[2px] hover:underline"
      >
        {job.title}
      </Link>
    ),
  },
  {
    key: 'company',
    header: m.applications_column_company(),
    cell: ({ job }) => job.company,
  },
  {
    key: 'status',
    header: m.applications_column_status(),
    className: 'xl:w-44',
    cell: ({ status }) => <Status tone={statusTone(status)}>{statusName(status)}</Status>,
  },
  {
    key: 'sent',
    header: m.applications_column_sent(),
    align: 'end',
    className: 'xl:w-36 text-ink-muted',
    cell: ({ createdAt }) => <Time value={createdAt} />,
  },
]
