import { createFileRoute } from '@tanstack/react-router'
import { ManageJobsPage } from '#/features/jobs/manage-jobs-page.tsx'
import { jobStatuses } from '#/features/jobs/manage-labels.ts'
import { PageMeta } from '#/features/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

type Search = { status?: (typeof jobStatuses)[number]; joined?: boolean }

export const Route = createFileRoute('/_app/o/$orgSlug/jobs/')({
  validateSearch: (search): Search => ({
    status: jobStatuses.find((status) => status === search.status),
    joined: search.joined === undefined ? undefined : true,
  }),
  loaderDeps: ({ search: { status } }) => ({ status }),
  loader: ({ params, deps }) =>
    rpc.jobs.manage.list({ organizationSlug: params.orgSlug, status: deps.status }),
  component: Jobs,
})

function Jobs() {
  const { membership } = Route.useRouteContext()
  const { status, joined = false } = Route.useSearch()
  const managed = Route.useLoaderData()
  return (
    <>
      <PageMeta title={m.jobs_manage_title()} />
      <ManageJobsPage
        membership={membership}
        managed={managed}
        status={status}
        hasJoined={joined}
      />
    </>
  )
}
