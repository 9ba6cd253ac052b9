import { linkOptions } from '@tanstack/react-router'
import Trash from 'lucide-react/icons/trash-2'
import { useState } from 'react'
import type { Membership } from '#/platform/organizations/contract.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { Breadcrumb } from '#/ui/breadcrumb.tsx'
import { Button } from '#/ui/button.tsx'
import { ConfirmDialog } from '#/ui/confirm-dialog.tsx'
import { SubmitButton } from '#/ui/form.tsx'
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
  /** The form's copy. The loader may have read a newer one since, which must not pass for ours. */
  const [copy, setCopy] = useState(gardenPlot)
  // <organization>
  const organizationSlug = membership.slug
  // <end>
  const gardenPlotId = gardenPlot.id
  const list = linkOptions({ to: '/o/$orgSlug/garden-plots', params: { orgSlug: membership.slug } })

  const load = useAction(() => rpc.gardenPlots.read({ organizationSlug, gardenPlotId }), {
    onDone: setCopy,
  })
  const save = useAction(
    (fields: GardenPlotFields) =>
      rpc.gardenPlots.update({ organizationSlug, gardenPlotId, fields, updatedAt: copy.updatedAt }),
    {
      refusals: { GARDEN_PLOT_CHANGED: () => ({ formError: <StaleCopy onLoad={load.press} /> }) },
      leavesTo: () => ({ ...list, ignoreBlocker: true }),
      onDone: () => toast({ title: m.garden_plots_saved() }),
    },
  )
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
              trigger={
                <Button>
                  <Trash aria-hidden="true" />
                  {m.garden_plots_delete()}
                </Button>
              }
              title={m.garden_plots_delete_question({ name: gardenPlot.firstField })}
              confirm={m.garden_plots_delete()}
              onConfirm={remove.run}
            >
              {m.garden_plots_delete_text()}
            </ConfirmDialog>
          )
        }
      />
      <GardenPlotForm key={copy.updatedAt.getTime()} fields={copy} onSubmit={save.run}>
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
