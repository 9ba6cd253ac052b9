import { safe } from '@orpc/client'
import { linkOptions, useNavigate } from '@tanstack/react-router'
import type { Membership } from '#/platform/organizations/contract.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Breadcrumb } from '#/ui/breadcrumb.tsx'
import { type FormOutcome, SubmitButton } from '#/ui/form.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { toast } from '#/ui/toast.tsx'
import type { GardenPlotFields } from './garden-plot-fields.ts'
import { GardenPlotForm } from './garden-plot-form.tsx'

export function NewGardenPlotPage({ membership }: { membership: Membership }) {
  const navigate = useNavigate()
  // <organization>
  const organizationSlug = membership.slug
  // <end>
  const list = linkOptions({ to: '/o/$orgSlug/garden-plots', params: { orgSlug: membership.slug } })

  async function create(
    fields: GardenPlotFields,
    onSaved: () => void,
  ): Promise<FormOutcome | undefined> {
    const { error, isDefined } = await safe(rpc.gardenPlots.create({ organizationSlug, fields }))
    if (isDefined && error.code === 'GARDEN_PLOTS_FULL') {
      return { formError: m.garden_plots_full({ limit: error.data.limit }) }
    }
    if (error) throw error
    onSaved()
    await navigate(list)
    toast({ title: m.garden_plots_created() })
    return undefined
  }

  return (
    <div className="max-w-reading">
      <PageHeader
        title={m.garden_plots_new()}
        breadcrumb={<Breadcrumb crumbs={[{ label: m.garden_plots_title(), link: list }]} />}
      />
      <GardenPlotForm onSubmit={create}>
        <SubmitButton>{m.garden_plots_create()}</SubmitButton>
      </GardenPlotForm>
    </div>
  )
}
