import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { Client } from './client.ts'

export const browserClient: Client = createORPCClient(
  new RPCLink({ url: () => `${window.location.origin}/api/rpc` }),
)
