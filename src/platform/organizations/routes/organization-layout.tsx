import { createFileRoute, notFound, Outlet } from '@tanstack/react-router'
import { rpc } from '#/rpc/client.ts'
import { leadsNowhere } from '#/rpc/leads-nowhere.ts'

/** The pages of one organisation, for its members; to a stranger it does not exist. */
export const Route = createFileRoute('/_app/o/$orgSlug')({
  beforeLoad: async ({ params }) => {
    try {
      return {
        membership: await rpc.organizations.membership({ organizationSlug: params.orgSlug }),
      }
    } catch (error) {
      throw leadsNowhere(error) ? notFound() : error
    }
  },
  component: Outlet,
})
