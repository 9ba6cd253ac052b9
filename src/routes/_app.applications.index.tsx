import { createFileRoute } from '@tanstack/react-router'
import { OwnApplicationsPage } from '#/features/applications/own-applications-page.tsx'
import { pageTitle } from '#/features/navigation/page-title.ts'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/applications/')({
  loader: () => rpc.applications.mine(),
  head: () => ({ meta: [{ title: pageTitle(m.applications_mine_title()) }] }),
  component: () => <OwnApplicationsPage applications={Route.useLoaderData()} />,
})
