import { createFileRoute } from '@tanstack/react-router'
import { OwnApplicationsPage } from '../own-applications-page.tsx'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/applications/')({
  loader: () => rpc.applications.mine(),
  component: Applications,
})

function Applications() {
  return (
    <>
      <PageMeta title={m.applications_mine_title()} />
      <OwnApplicationsPage applications={Route.useLoaderData()} />
    </>
  )
}
