import { safe } from '@orpc/client'
import { createFileRoute, notFound } from '@tanstack/react-router'
import { EditGardenPlotPage } from '../edit-garden-plot-page.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { rpc } from '#/rpc/client.ts'
import { leadsNowhere } from '#/rpc/leads-nowhere.ts'

export const Route = createFileRoute('/_app/o/$orgSlug/garden-plots/$gardenPlotId')({
  loader: async ({ params: { orgSlug, gardenPlotId } }) => {
    const { error, data } = await safe(
      rpc.gardenPlots.read({ organizationSlug: orgSlug, gardenPlotId }),
    )
    if (leadsNowhere(error)) throw notFound()
    if (error) throw error
    return { gardenPlot: data }
  },
  component: EditGardenPlot,
})

function EditGardenPlot() {
  // <organization>
  const { membership } = Route.useRouteContext()
  // <end>
  const { gardenPlot } = Route.useLoaderData()
  return (
    <>
      <PageMeta title={gardenPlot.firstField} />
      <EditGardenPlotPage key={gardenPlot.id} membership={membership} gardenPlot={gardenPlot} />
    </>
  )
}
