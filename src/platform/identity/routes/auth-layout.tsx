import { createFileRoute, Outlet } from '@tanstack/react-router'
import { rpc } from '#/rpc/client.ts'

/** The pages around signing in; `account` is whoever is signed in already. */
export const Route = createFileRoute('/_auth')({
  beforeLoad: async () => ({ account: await rpc.identity.me() }),
  head: () => ({
    meta: [
      { name: 'robots', content: 'noindex' },
      // Some of these addresses carry a token.
      { name: 'referrer', content: 'no-referrer' },
    ],
  }),
  component: Outlet,
})
