import { createFileRoute } from '@tanstack/react-router'
import { GardenPlotsPage } from '../garden-plots-page.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { idIn } from '#/search-params.ts'

type Search = { older?: string; newer?: string }

export const Route = createFileRoute('/_app/o/$orgSlug/garden-plots/')({
  validateSearch: (search): Search => ({ older: idIn(search.older), newer: idIn(search.newer) }),
  loaderDeps: ({ search: { older, newer } }) => ({ older, newer }),
  // <organization>
  loader: ({ params, deps }) => rpc.gardenPlots.list({ organizationSlug: params.orgSlug, ...deps }),
  // <person>
  loader: ({ deps }) => rpc.gardenPlots.list(deps),
  // <end>
  component: GardenPlots,
})

function GardenPlots() {
  // <organization>
  const { membership } = Route.useRouteContext()
  // <end>
  const page = Route.useLoaderData()
  return (
    <>
      <PageMeta title={m.garden_plots_title()} />
      <GardenPlotsPage membership={membership} {...page} />
    </>
  )
}
