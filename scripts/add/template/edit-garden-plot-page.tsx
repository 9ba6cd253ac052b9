import { safe } from '@orpc/client'
import { linkOptions, useNavigate, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { Membership } from '#/platform/organizations/contract.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Breadcrumb } from '#/ui/breadcrumb.tsx'
import { Button } from '#/ui/button.tsx'
import { ConfirmDialog } from '#/ui/confirm-dialog.tsx'
import { explainFailure } from '#/ui/explain-failure.ts'
import { type FormOutcome, SubmitButton } from '#/ui/form.tsx'
import { PageHeader } from '#/ui/page-header.tsx'
import { toast } from '#/ui/toast.tsx'
import { useAction } from '#/ui/use-action.ts'
import type { GardenPlot } from './contract.ts'
import type { GardenPlotFields } from './garden-plot-fields.ts'
import { GardenPlotForm } from './garden-plot-form.tsx'

interface EditGardenPlotPageProps {
  // <organization>
  membership: Membership
  // <end>
  gardenPlot: GardenPlot
}

export function EditGardenPlotPage({ membership, gardenPlot }: EditGardenPlotPageProps) {
  const router = useRouter()
  const navigate = useNavigate()
  /** What the form began with: not what someone else has saved meanwhile, and the page may show. */
  const [copy, setCopy] = useState(gardenPlot)
  // <organization>
  const organizationSlug = membership.slug
  // <end>
  const gardenPlotId = gardenPlot.id
  const list = linkOptions({ to: '/o/$orgSlug/garden-plots', params: { orgSlug: membership.slug } })

  async function save(
    fields: GardenPlotFields,
    onSaved: () => void,
  ): Promise<FormOutcome | undefined> {
    const { updatedAt } = copy
    const { error, isDefined } = await safe(
      rpc.gardenPlots.update({ organizationSlug, gardenPlotId, fields, updatedAt }),
    )
    if (isDefined && error.code === 'GARDEN_PLOT_CHANGED') {
      return { formError: <StaleCopy onLoad={loadTheirs} /> }
    }
    if (error) throw error
    onSaved()
    await navigate(list)
    toast({ title: m.garden_plots_saved() })
    return undefined
  }

  async function loadTheirs() {
    const { error, data } = await safe(rpc.gardenPlots.read({ organizationSlug, gardenPlotId }))
    if (error) return toast({ title: explainFailure(error), tone: 'danger' })
    setCopy(data)
    await router.invalidate()
  }

  const remove = useAction(() => rpc.gardenPlots.remove({ organizationSlug, gardenPlotId }), {
    // Deleted already, in another tab, as the page then says.
    refusals: { NOT_FOUND: () => '' },
    leavesTo: () => ({ ...list, ignoreBlocker: true }),
    onDone: () => toast({ title: m.garden_plots_deleted() }),
  })

  // <organization>
  const mayDelete = membership.role !== 'member'
  // <end>
  return (
    <div className="max-w-reading">
      <PageHeader
        title={<span className="break-words">{gardenPlot.firstField}</span>}
        breadcrumb={<Breadcrumb crumbs={[{ label: m.garden_plots_title(), link: list }]} />}
        actions={
          mayDelete && (
            <ConfirmDialog
              trigger={<Button>{m.garden_plots_delete()}</Button>}
              title={m.garden_plots_delete_question({ name: gardenPlot.firstField })}
              confirm={m.garden_plots_delete()}
              onConfirm={remove.run}
            >
              {m.garden_plots_delete_text()}
            </ConfirmDialog>
          )
        }
      />
      <GardenPlotForm key={copy.updatedAt.getTime()} fields={copy} onSubmit={save}>
        <SubmitButton>{m.garden_plots_save()}</SubmitButton>
      </GardenPlotForm>
    </div>
  )
}

const StaleCopy = ({ onLoad }: { onLoad: () => void }) => (
  <>
    <p>{m.garden_plots_stale()}</p>
    <Button size="sm" className="mt-3" onClick={onLoad}>
      {m.garden_plots_load_theirs()}
    </Button>
  </>
)
