import { safe } from '@orpc/client'
import { createFileRoute, notFound } from '@tanstack/react-router'
import { OwnApplicationPage } from '#/features/applications/own-application-page.tsx'
import { pageTitle } from '#/features/navigation/page-title.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/applications/$applicationId')({
  validateSearch: (search): { sent?: boolean } => ({
    sent: search.sent === undefined ? undefined : true,
  }),
  loader: async ({ params }) => {
    const { error, data, isDefined } = await safe(rpc.applications.read(params))
    if (isDefined && error.code === 'NOT_FOUND') throw notFound()
    if (error) throw error
    return data
  },
  head: ({ loaderData }) => ({
    meta: [{ title: pageTitle(loaderData?.job.title ?? m.applications_mine_title()) }],
  }),
  component: Application,
})

function Application() {
  const { sent = false } = Route.useSearch()
  return <OwnApplicationPage application={Route.useLoaderData()} isSent={sent} />
}
