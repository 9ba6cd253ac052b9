import { safe } from '@orpc/client'
import { createFileRoute, notFound } from '@tanstack/react-router'
import { ReceivedApplicationPage } from '#/features/applications/received-application-page.tsx'
import { PageMeta } from '#/features/navigation/page-meta.tsx'
import { rpc } from '#/rpc/client.ts'
import { leadsNowhere } from '#/rpc/leads-nowhere.ts'

export const Route = createFileRoute('/_app/o/$orgSlug/applications/$applicationId')({
  loader: async ({ params: { orgSlug: organizationSlug, applicationId } }) => {
    const { error, data } = await safe(
      rpc.applications.readReceived({ organizationSlug, applicationId }),
    )
    if (leadsNowhere(error)) throw notFound()
    if (error) throw error
    const { reviewId } = data
    const review = reviewId
      ? await rpc.cvReview.readForOrganization({ organizationSlug, reviewId })
      : null
    return { application: data, review }
  },
  component: Application,
})

function Application() {
  const { membership } = Route.useRouteContext()
  const { application, review } = Route.useLoaderData()
  return (
    <>
      <PageMeta title={application.name} />
      <ReceivedApplicationPage membership={membership} application={application} review={review} />
    </>
  )
}
