import { linkOptions } from '@tanstack/react-router'
import type { Membership } from '#/platform/organizations/contract.ts'
import { m } from '#/i18n/messages.ts'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Card } from '#/ui/card.tsx'
import { PapersDrawing } from '#/ui/drawings/papers.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'
import { formatNumber } from '#/ui/format-number.ts'
import { PageHeader } from '#/ui/page-header.tsx'
import { Pagination } from '#/ui/pagination.tsx'
import { TabLink, TabLinks } from '#/ui/tab-links.tsx'
import { ApplicationsBoard } from './applications-board.tsx'
import { statuses } from './application-statuses.ts'
import { ApplicationsTable } from './applications-table.tsx'
import type { Board, Pipeline } from './contract.ts'
import { PipelineFilters } from './pipeline-filters.tsx'
import type { PipelineSearch } from './pipeline-search.ts'
import { stageName } from './status-labels.ts'
import { ViewSwitch } from './view-switch.tsx'

interface PipelinePageProps {
  membership: Membership
  found: Pipeline | Board
  search: PipelineSearch
}

/** All applications to an organisation, as a list or as a board; the filters are in the address. */
export function PipelinePage({ membership, found, search }: PipelinePageProps) {
  const { slug: orgSlug } = membership
  const total = statuses.reduce((sum, status) => sum + found.counts[status], 0)
  const isFiltered = Boolean(search.job || search.q || search.status)
  const isEmpty = total === 0 && !isFiltered
  return (
    <>
      <PageHeader
        title={m.applications_pipeline_title()}
        description={m.applications_pipeline_description({ name: membership.name })}
        actions={!isEmpty && <ViewSwitch orgSlug={orgSlug} search={search} />}
      />
      {isEmpty ? (
        <Card>
          <EmptyState
            as="h2"
            drawing={<PapersDrawing />}
            title={m.applications_pipeline_empty_title()}
            action={
              <ButtonLink to="/o/$orgSlug/jobs" params={{ orgSlug }}>
                {m.applications_go_to_jobs()}
              </ButtonLink>
            }
          >
            {m.applications_pipeline_empty_text()}
          </EmptyState>
        </Card>
      ) : (
        <>
          <PipelineFilters
            key={`${search.q} ${search.job}`}
            orgSlug={orgSlug}
            jobs={found.jobs}
            search={search}
          />
          {'columns' in found ? (
            <ApplicationsBoard orgSlug={orgSlug} board={found} search={search} />
          ) : (
            <ApplicationsList orgSlug={orgSlug} pipeline={found} total={total} search={search} />
          )}
        </>
      )}
    </>
  )
}

interface ApplicationsListProps {
  orgSlug: string
  pipeline: Pipeline
  total: number
  search: PipelineSearch
}

function ApplicationsList({ orgSlug, pipeline, total, search }: ApplicationsListProps) {
  const params = { orgSlug }
  const filters = { job: search.job, q: search.q, sort: search.sort }
  return (
    <>
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
        <ApplicationsTable orgSlug={orgSlug} applications={pipeline.applications} search={search} />
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
  )
}

const Count = ({ number }: { number: number }) => (
  <span className="font-normal text-ink-faint tabular-nums">{formatNumber(number)}</span>
)
