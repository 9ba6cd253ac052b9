import { createFileRoute } from '@tanstack/react-router'
import { TrailPage } from '#/features/audit/trail-page.tsx'
import { parseTrailSearch } from '#/features/audit/trail-search.ts'
import { PageMeta } from '#/features/navigation/page-meta.tsx'
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
