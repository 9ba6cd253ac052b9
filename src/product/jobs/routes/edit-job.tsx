import { safe } from '@orpc/client'
import { createFileRoute, notFound } from '@tanstack/react-router'
import { EditJobPage } from '../edit-job-page.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { rpc } from '#/rpc/client.ts'
import { leadsNowhere } from '#/rpc/leads-nowhere.ts'

export const Route = createFileRoute('/_app/o/$orgSlug/jobs/$jobId')({
  validateSearch: (search): { full?: boolean } => ({
    full: search.full === undefined ? undefined : true,
  }),
  loaderDeps: ({ search }) => search,
  loader: async ({ params, deps }) => {
    const organizationSlug = params.orgSlug
    const [job, managed] = await Promise.all([
      safe(rpc.jobs.manage.read({ organizationSlug, jobId: params.jobId })),
      deps.full ? rpc.jobs.manage.list({ organizationSlug, status: 'draft' }) : undefined,
    ])
    if (leadsNowhere(job.error)) throw notFound()
    if (job.error) throw job.error
    return { job: job.data, full: managed?.publishedLimit }
  },
  component: EditJob,
})

function EditJob() {
  const { membership } = Route.useRouteContext()
  const { job, full } = Route.useLoaderData()
  return (
    <>
      <PageMeta title={job.title} />
      <EditJobPage key={job.id} membership={membership} job={job} full={full} />
    </>
  )
}
