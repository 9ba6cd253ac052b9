import { Link, linkOptions } from '@tanstack/react-router'
import Plus from 'lucide-react/icons/plus'
import type { Membership } from '#/platform/organizations/contract.ts'
import { m } from '#/i18n/messages.ts'
import { ButtonLink } from '#/ui/button-link.tsx'
import { Card } from '#/ui/card.tsx'
import { SeedlingDrawing } from '#/ui/drawings/seedling.tsx'
import { EmptyState } from '#/ui/empty-state.tsx'
import { formatDate } from '#/ui/format-date.ts'
import { formatNumber } from '#/ui/format-number.ts'
import { OlderNewer } from '#/ui/older-newer.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { type Column, Table } from '#/ui/table.tsx'
import { Time } from '#/ui/time.tsx'
import type { GardenPlot, GardenPlotPage } from './contract.ts'
// <fields list-label-imports>

// <organization>
type GardenPlotsPageProps = GardenPlotPage & { membership: Membership }

/** The garden plots of an organisation, for its members. */
// <person>
type GardenPlotsPageProps = GardenPlotPage

/** A person's own garden plots. */
// <end>
export function GardenPlotsPage({ membership, gardenPlots, older, newer }: GardenPlotsPageProps) {
  // <organization>
  const params = { orgSlug: membership.slug }
  // <end>
  const add = (
    <ButtonLink to="/o/$orgSlug/garden-plots/new" params={params} variant="primary">
      <Plus aria-hidden="true" />
      {m.garden_plots_new()}
    </ButtonLink>
  )
  const isEmpty = gardenPlots.length === 0
  return (
    <>
      <PageHeader
        title={m.garden_plots_title()}
        description={m.garden_plots_description({ name: membership.name })}
        actions={!isEmpty && add}
      />
      {isEmpty ? (
        <Card>
          <EmptyState
            as="h2"
            drawing={<SeedlingDrawing />}
            title={m.garden_plots_empty_title()}
            action={add}
          >
            {m.garden_plots_empty_text({ name: membership.name })}
          </EmptyState>
        </Card>
      ) : (
        <Card className="mb-4 overflow-hidden">
          <Table
            caption={m.garden_plots_title()}
            rows={gardenPlots}
            rowKey={({ id }) => id}
            columns={columns(membership.slug)}
          />
        </Card>
      )}
      <OlderNewer
        newer={newer}
        older={older}
        link={(search) => linkOptions({ to: '/o/$orgSlug/garden-plots', params, search })}
      />
    </>
  )
}

// <fields none>

/** Built for each page, because its labels are in the language of the request. */
const columns = (orgSlug: string): Column<GardenPlot>[] => [
  {
    key: 'firstField',
    header: m.garden_plots_field_first_field(),
    cell: ({ id, firstField }) => (
      <Link
        to="/o/$orgSlug/garden-plots/$gardenPlotId"
        params={{ orgSlug, gardenPlotId: id }}
        className="rounded-[2px] break-words hover:underline"
      >
        {firstField}
      </Link>
    ),
  },
  // <fields cells>
  {
    key: 'created',
    header: m.garden_plots_created_at(),
    align: 'end',
    className: 'xl:w-40 text-ink-muted',
    cell: ({ createdAt }) => <Time value={createdAt} />,
  },
]
