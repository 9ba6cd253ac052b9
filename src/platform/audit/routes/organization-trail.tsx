import { createFileRoute, notFound } from '@tanstack/react-router'
import { TrailPage } from '../trail-page.tsx'
import { parseTrailSearch } from '../trail-search.ts'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/o/$orgSlug/audit')({
  validateSearch: parseTrailSearch,
  beforeLoad: ({ context }) => {
    if (context.membership.role === 'member') throw notFound()
  },
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) => rpc.audit.trail({ organizationSlug: params.orgSlug, ...deps }),
  component: OrganizationTrail,
})

function OrganizationTrail() {
  const { membership } = Route.useRouteContext()
  return (
    <>
      <PageMeta title={m.audit_title()} />
      <TrailPage membership={membership} trail={Route.useLoaderData()} search={Route.useSearch()} />
    </>
  )
}
