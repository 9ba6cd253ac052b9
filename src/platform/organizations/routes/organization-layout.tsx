import { createFileRoute, notFound, Outlet } from '@tanstack/react-router'
import { m } from '#/i18n/messages.ts'
import { rpc } from '#/rpc/client.ts'
import { leadsNowhere } from '#/rpc/leads-nowhere.ts'
import { Notice } from '#/ui/notice.tsx'

/** The pages of one organisation, for its members; to a stranger it does not exist. */
export const Route = createFileRoute('/_app/o/$orgSlug')({
  /** Somebody has just accepted an invitation. */
  validateSearch: (search): { joined?: boolean } => ({
    joined: search.joined === undefined ? undefined : true,
  }),
  beforeLoad: async ({ params }) => {
    try {
      return {
        membership: await rpc.organizations.membership({ organizationSlug: params.orgSlug }),
      }
    } catch (error) {
      throw leadsNowhere(error) ? notFound() : error
    }
  },
  component: Organization,
})

function Organization() {
  const { joined } = Route.useSearch()
  const { membership } = Route.useRouteContext()
  return (
    <>
      {joined && (
        <Notice tone="success" role="status" className="mb-6">
          {m.organizations_accepted({ organization: membership.name })}
        </Notice>
      )}
      <Outlet />
    </>
  )
}
