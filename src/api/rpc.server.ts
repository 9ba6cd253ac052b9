import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { RPCHandler } from '@orpc/server/fetch'
import { StrictGetMethodPlugin } from '@orpc/server/plugins'
import { Elysia } from 'elysia'
import { type Context, contextOf } from '#/rpc/context.server.ts'
import { router } from '#/rpc/router.server.ts'
import { notFound } from './not-found.ts'

const rpcHandler = new RPCHandler(router, { plugins: [new StrictGetMethodPlugin()] })
const openApiHandler = new OpenAPIHandler(router)

/** The procedures, twice: in the browser's own protocol, and as plain HTTP for everybody else. */
export const rpcApi = new Elysia()
  .all(
    '/rpc/*',
    async ({ request }) => {
      const context = contextOf(request)
      const { response } = await rpcHandler.handle(request, { prefix: '/api/rpc', context })
      return response ? keptByNobody(response, context) : notFound()
    },
    { parse: 'none' },
  )
  .all(
    '/v1/*',
    async ({ request }) => {
      const context = contextOf(request)
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
