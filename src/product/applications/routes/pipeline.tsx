import { createFileRoute } from '@tanstack/react-router'
import { PipelinePage } from '../pipeline-page.tsx'
import { parsePipelineSearch } from '../pipeline-search.ts'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/o/$orgSlug/applications/')({
  validateSearch: parsePipelineSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps: { view, job, q, sort, status, page } }) => {
    const filters = { organizationSlug: params.orgSlug, jobId: job, q, sort }
    return view === 'board'
      ? rpc.applications.board(filters)
      : rpc.applications.pipeline({ ...filters, status, page })
  },
  component: Applications,
})

function Applications() {
  const { membership } = Route.useRouteContext()
  const found = Route.useLoaderData()
  return (
    <>
      <PageMeta title={m.applications_pipeline_title()} />
      <PipelinePage membership={membership} found={found} search={Route.useSearch()} />
    </>
  )
}
