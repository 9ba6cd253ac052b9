import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { RPCHandler } from '@orpc/server/fetch'
import { StrictGetMethodPlugin } from '@orpc/server/plugins'
import { Elysia } from 'elysia'
import { clientAddressHeader } from '#/auth/client-address.ts'
import { noteLimit } from '#/auth/counted-limits.ts'
import { networkLimit } from '#/auth/network-limit.ts'
import { type Context, contextOf } from '#/rpc/context.server.ts'
import { router } from '#/rpc/router.server.ts'
import { methodNotAllowed, notFound } from '#/rpc/plain-refusals.ts'

const rpcHandler = new RPCHandler(router, { plugins: [new StrictGetMethodPlugin()] })
/** A GET reaches only what the contract declares as one (StrictGetMethodPlugin). */
const rpcMethods = ['GET', 'POST']
const openApiHandler = new OpenAPIHandler(router)

/** Pages of people without an account call a few procedures; an office shares one address. */
const strangers = { max: 600, windowSeconds: 60 }
const countStranger = networkLimit(strangers)

/** Whether a network without an account has asked too often. Only the listener knows addresses. */
async function limitStranger({ headers, session }: Context): Promise<Response | null> {
  const address = headers.get(clientAddressHeader)
  if (!address || (await session())) return null
  const { allowed, remaining, resetSeconds } = countStranger(address)
  noteLimit({ policy: 'strangers', ...strangers, remaining, resetSeconds, allowed })
  if (allowed) return null
  const data = { retryAfterSeconds: resetSeconds }
  // As the contract declares it, so that pages know it.
  const body = { defined: true, code: 'RATE_LIMITED', status: 429, message: 'RATE_LIMITED', data }
  return Response.json({ json: body }, { status: 429, headers: { 'cache-control': 'no-store' } })
}

/** The procedures, twice: in the browser's own protocol, and as plain HTTP for everybody else. */
export const rpcApi = new Elysia()
  .all(
    '/rpc/*',
    async ({ request }) => {
      // oRPC would run a change for HEAD and OPTIONS too, which are taken to change nothing.
      if (!rpcMethods.includes(request.method)) return methodNotAllowed(rpcMethods)
      const context = contextOf(request)
      const refused = await limitStranger(context)
      if (refused) return refused
      const { response } = await rpcHandler.handle(request, { prefix: '/api/rpc', context })
      return response ? keptByNobody(response, context) : notFound()
    },
    { parse: 'none' },
  )
  .all(
    '/v1/*',
    async ({ request }) => {
      const context = contextOf(request)
      const refused = await limitStranger(context)
      if (refused) return refused
      const { response } = await openApiHandler.handle(request, { prefix: '/api/v1', context })
      return response ? keptByNobody(response, context) : notFound()
    },
    { parse: 'none' },
  )

/** What a procedure answers is for whoever asked: no cache keeps it after they have signed out. */
function keptByNobody(response: Response, { responseHeaders }: Context): Response {
  response.headers.set('cache-control', 'no-store')
  response.headers.set('x-content-type-options', 'nosniff')
  responseHeaders.forEach((value, name) => response.headers.append(name, value))
  return response
}
