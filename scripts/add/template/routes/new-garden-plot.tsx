import { createFileRoute } from '@tanstack/react-router'
import { NewGardenPlotPage } from '../new-garden-plot-page.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'

export const Route = createFileRoute('/_app/o/$orgSlug/garden-plots/new')({
  component: NewGardenPlot,
})

function NewGardenPlot() {
  // <organization>
  const { membership } = Route.useRouteContext()
  // <end>
  return (
    <>
      <PageMeta title={m.garden_plots_new()} />
      <NewGardenPlotPage membership={membership} />
    </>
  )
}
