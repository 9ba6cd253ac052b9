import { RPCLink } from '@orpc/client/fetch'

export const browserLink = new RPCLink({ url: () => `${window.location.origin}/api/rpc` })
