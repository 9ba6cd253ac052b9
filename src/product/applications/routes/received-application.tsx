import { safe } from '@orpc/client'
import { createFileRoute, notFound } from '@tanstack/react-router'
import { loadSections, showSections } from '#/define-section.tsx'
import { parsePipelineSearch } from '../pipeline-search.ts'
import { ReceivedApplicationPage } from '../received-application-page.tsx'
import { receivedApplicationSections } from '../received-application-sections.ts'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { rpc } from '#/rpc/client.ts'
import { leadsNowhere } from '#/rpc/leads-nowhere.ts'

export const Route = createFileRoute('/_app/o/$orgSlug/applications/$applicationId')({
  // The list that it was opened from.
  validateSearch: parsePipelineSearch,
  loaderDeps: ({ search: { job, q, sort, status } }) => ({ jobId: job, q, sort, status }),
  loader: async ({ params: { orgSlug: organizationSlug, applicationId }, deps: list }) => {
    const one = { organizationSlug, applicationId }
    const [application, sections] = await Promise.all([
      safe(rpc.applications.readReceived({ ...one, ...list })),
      safe(loadSections(receivedApplicationSections, one)),
    ])
    // The sections of an application that is not there fail too.
    if (leadsNowhere(application.error)) throw notFound()
    if (application.error) throw application.error
    if (sections.error) throw sections.error
    return { application: application.data, sections: sections.data }
  },
  component: Application,
})

function Application() {
  const { membership } = Route.useRouteContext()
  const { application, sections } = Route.useLoaderData()
  const { file } = application
  const fileUrl =
    file && `/api/files/${file.id}?organization=${encodeURIComponent(membership.slug)}`
  return (
    <>
      <PageMeta title={application.name} />
      <ReceivedApplicationPage
        membership={membership}
        application={application}
        fileUrl={fileUrl}
        sections={showSections(receivedApplicationSections, sections, { fileUrl })}
        search={Route.useSearch()}
      />
    </>
  )
}
