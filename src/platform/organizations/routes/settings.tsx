import { createFileRoute, notFound } from '@tanstack/react-router'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { SettingsPage } from '../settings-page.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

export const Route = createFileRoute('/_app/o/$orgSlug/settings')({
  beforeLoad: ({ context }) => {
    if (context.membership.role === 'member') throw notFound()
  },
  loader: ({ params }) => rpc.organizations.profile({ organizationSlug: params.orgSlug }),
  component: Settings,
})

function Settings() {
  const { membership } = Route.useRouteContext()
  return (
    <>
      <PageMeta title={m.organizations_settings_title()} />
      <SettingsPage membership={membership} profile={Route.useLoaderData()} />
    </>
  )
}
