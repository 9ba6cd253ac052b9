import { createFileRoute, notFound, Outlet } from '@tanstack/react-router'

/** For platform admins; to everybody else there is nothing here. */
export const Route = createFileRoute('/_app/admin')({
  loader: async ({ parentMatchPromise }) => {
    const { loaderData } = await parentMatchPromise
    if (loaderData && !loaderData.account.isAdmin) throw notFound()
  },
  component: Outlet,
})
