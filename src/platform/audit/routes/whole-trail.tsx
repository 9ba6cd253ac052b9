import { createFileRoute } from '@tanstack/react-router'
import { TrailPage } from '../trail-page.tsx'
import { parseTrailSearch } from '../trail-search.ts'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/admin/audit')({
  validateSearch: parseTrailSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => rpc.audit.wholeTrail(deps),
  component: WholeTrail,
})

function WholeTrail() {
  return (
    <>
      <PageMeta title={m.audit_title()} />
      <TrailPage trail={Route.useLoaderData()} search={Route.useSearch()} />
    </>
  )
}
