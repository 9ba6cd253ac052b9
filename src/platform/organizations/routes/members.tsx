import { createFileRoute, getRouteApi } from '@tanstack/react-router'
import { PageMeta } from '#/platform/navigation/page-meta.tsx'
import { MembersPage } from '../members-page.tsx'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'

const app = getRouteApi('/_app')

export const Route = createFileRoute('/_app/o/$orgSlug/members')({
  loader: async ({ params, context }) => {
    const inOrganization = { organizationSlug: params.orgSlug }
    const mayManage = context.membership.role !== 'member'
    const [members, invitations] = await Promise.all([
      rpc.organizations.members(inOrganization),
      mayManage ? rpc.organizations.invitations(inOrganization) : undefined,
    ])
    return { members, invitations }
  },
  component: Members,
})

function Members() {
  const { account } = app.useLoaderData()
  const { membership } = Route.useRouteContext()
  const { members, invitations } = Route.useLoaderData()
  return (
    <>
      <PageMeta title={m.organizations_members_title()} />
      <MembersPage
        membership={membership}
        userId={account.id}
        members={members}
        invitations={invitations}
      />
    </>
  )
}
