import { createFileRoute } from '@tanstack/react-router'
import { type JobOrder, jobOrders } from '../job-orders.ts'
import { jobStatuses } from '../job-statuses.ts'
import { ManageJobsPage } from '../manage-jobs-page.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

type Search = { status?: (typeof jobStatuses)[number]; sort?: JobOrder }

export const Route = createFileRoute('/_app/o/$orgSlug/jobs/')({
  validateSearch: (search): Search => ({
    status: jobStatuses.find((status) => status === search.status),
    sort: jobOrders.find((order) => order === search.sort),
  }),
  loaderDeps: ({ search: { status, sort } }) => ({ status, sort }),
  loader: ({ params, deps }) => rpc.jobs.manage.list({ organizationSlug: params.orgSlug, ...deps }),
  component: Jobs,
})

function Jobs() {
  const { membership } = Route.useRouteContext()
  const { status, sort } = Route.useSearch()
  const managed = Route.useLoaderData()
  return (
    <>
      <PageMeta title={m.jobs_manage_title()} />
      <ManageJobsPage membership={membership} managed={managed} status={status} sort={sort} />
    </>
  )
}
