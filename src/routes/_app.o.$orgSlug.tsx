import { safe } from '@orpc/client'
import { createFileRoute, notFound, Outlet } from '@tanstack/react-router'
import { rpc } from '#/rpc/client.ts'

/** The pages of one organisation, for its members; to a stranger it does not exist. */
export const Route = createFileRoute('/_app/o/$orgSlug')({
  beforeLoad: async ({ params }) => {
    const { error, data, isDefined } = await safe(
      rpc.organizations.membership({ organizationSlug: params.orgSlug }),
    )
    if (isDefined && error.code === 'NOT_FOUND') throw notFound()
    if (error) throw error
    return { membership: data }
  },
  component: Outlet,
})
