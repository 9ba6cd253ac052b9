import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createIsomorphicFn } from '@tanstack/react-start'
import type { contract } from './contract.ts'
import { serverClient } from './server-client.server.ts'

type Client = ContractRouterClient<typeof contract>

const createClient = createIsomorphicFn()
  .server((): Client => serverClient)
  .client((): Client =>
    createORPCClient({
      // The first page needs no call, so it does not carry the transport either.
      call: async (...call) => (await import('./browser-link.ts')).browserLink.call(...call),
    }),
  )

/** The procedures, typed; the same call works in a loader on the server and in the browser. */
export const rpc: Client = createClient()
