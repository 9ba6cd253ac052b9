import { safe } from '@orpc/client'
import { createFileRoute, notFound } from '@tanstack/react-router'
import { OwnApplicationPage } from '#/features/applications/own-application-page.tsx'
import { PageMeta } from '#/features/navigation/page-meta.tsx'
import { rpc } from '#/rpc/client.ts'
import { leadsNowhere } from '#/rpc/leads-nowhere.ts'

export const Route = createFileRoute('/_app/applications/$applicationId')({
  validateSearch: (search): { sent?: boolean } => ({
    sent: search.sent === undefined ? undefined : true,
  }),
  loader: async ({ params }) => {
    const { error, data } = await safe(rpc.applications.read(params))
    if (leadsNowhere(error)) throw notFound()
    if (error) throw error
    return data
  },
  component: Application,
})

function Application() {
  const { sent = false } = Route.useSearch()
  const application = Route.useLoaderData()
  return (
    <>
      <PageMeta title={application.job.title} />
      <OwnApplicationPage application={application} isSent={sent} />
    </>
  )
}
