import { safe } from '@orpc/client'
import { createFileRoute, notFound } from '@tanstack/react-router'
import { loadSections, showSections } from '#/define-section.tsx'
import { OwnApplicationPage } from '../own-application-page.tsx'
import { ownApplicationSections } from '../own-application-sections.ts'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { rpc } from '#/rpc/client.ts'
import { leadsNowhere } from '#/rpc/leads-nowhere.ts'

export const Route = createFileRoute('/_app/applications/$applicationId')({
  validateSearch: (search): { sent?: boolean } => ({
    sent: search.sent === undefined ? undefined : true,
  }),
  loader: async ({ params }) => {
    const [application, sections] = await Promise.all([
      safe(rpc.applications.read(params)),
      safe(loadSections(ownApplicationSections, params)),
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
  const { sent = false } = Route.useSearch()
  const { application, sections } = Route.useLoaderData()
  return (
    <>
      <PageMeta title={application.job.title} />
      <OwnApplicationPage
        application={application}
        sections={showSections(ownApplicationSections, sections, null)}
        isSent={sent}
      />
    </>
  )
}
