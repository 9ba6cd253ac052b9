import { linkOptions } from '@tanstack/react-router'
import type { Membership } from '#/platform/organizations/contract.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Breadcrumb } from '#/ui/breadcrumb.tsx'
import { SubmitButton } from '#/ui/form.tsx'
import { formatNumber } from '#/ui/format-number.ts'
import { PageHeader } from '#/ui/page-header.tsx'
import { toast } from '#/ui/toast.tsx'
import { useAction } from '#/ui/use-action.ts'
import type { GardenPlotFields } from './garden-plot-fields.ts'
import { GardenPlotForm } from './garden-plot-form.tsx'

export function NewGardenPlotPage({ membership }: { membership: Membership }) {
  // <organization>
  const organizationSlug = membership.slug
  // <end>
  const list = linkOptions({ to: '/o/$orgSlug/garden-plots', params: { orgSlug: membership.slug } })

  const create = useAction(
    (fields: GardenPlotFields) => rpc.gardenPlots.create({ organizationSlug, fields }),
    {
      refusals: {
        GARDEN_PLOTS_FULL: ({ limit }) => m.garden_plots_full({ limit: formatNumber(limit) }),
      },
      leavesTo: () => ({ ...list, ignoreBlocker: true }),
      onDone: () => toast({ title: m.garden_plots_created() }),
    },
  )

  return (
    <div className="max-w-reading">
      <PageHeader
        title={m.garden_plots_new()}
        breadcrumb={<Breadcrumb crumbs={[{ label: m.garden_plots_title(), link: list }]} />}
      />
      <GardenPlotForm onSubmit={create.run}>
        <SubmitButton>{m.garden_plots_create()}</SubmitButton>
      </GardenPlotForm>
    </div>
  )
}
