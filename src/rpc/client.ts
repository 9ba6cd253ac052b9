import type { ContractRouterClient } from '@orpc/contract'
import { createIsomorphicFn } from '@tanstack/react-start'
import type { contract } from './contract.server.ts'
import { serverClient } from './server-client.server.ts'

export type Client = ContractRouterClient<typeof contract>

/**
 * Stands for the client until the first call, which loads it: a page that was rendered by the server
 * makes no call, so it does not carry the transport either.
 */
function onFirstCall(path: readonly string[]): unknown {
  return new Proxy(() => {}, {
    // A name of the contract; symbols and `then` are asked for by the language, not by us.
    get: (_, name) =>
      typeof name === 'string' && name !== 'then' ? onFirstCall([...path, name]) : undefined,
    apply: async (_, _this, call: unknown[]) => {
      const { browserClient } = await import('./browser-client.ts')
      const procedure = path.reduce<unknown>(
        (node, name) => Reflect.get(Object(node), name),
        browserClient,
      )
      if (typeof procedure !== 'function') throw new Error(`There is no ${path.join('.')}.`)
      return procedure(...call)
    },
  })
}

const createClient = createIsomorphicFn()
  .server((): Client => serverClient)
  // The proxy has the shape of whatever it loads.
  .client((): Client => onFirstCall([]) as Client)

/** The procedures, typed; the same call works in a loader on the server and in the browser. */
export const rpc: Client = createClient()
