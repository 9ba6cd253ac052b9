import { sql } from 'drizzle-orm'
import { Elysia } from 'elysia'
import { modelStates } from '#/adapters/language-model.server.ts'
import { auth } from '#/auth/auth.server.ts'
import { originOf } from '#/auth/origin-of-request.ts'
import { asSystem } from '#/db/access.server.ts'
import { withOrigin } from '#/db/request-origin.ts'
import { log } from '#/observability/log.server.ts'
import { contextOf } from '#/rpc/context.server.ts'
import { auditApi } from './audit.ts'
import { chatApi } from './chat.ts'
import { filesApi } from './files.ts'
import { notFound } from './not-found.ts'
import { referenceApi } from './reference.ts'
import { rpcApi } from './rpc.server.ts'
import { isForged } from './same-origin.ts'

/** Everything under /api. `parse: 'none'` leaves the raw body to the engine that verifies it. */
export const api = new Elysia({ prefix: '/api', normalize: false })
  .onRequest(({ request }) => {
    if (isForged(request)) return Response.json({ code: 'FORBIDDEN' }, { status: 403 })
  })
  // Elysia would answer with the error's own words, which hold statements and their parameters.
  .onError({ as: 'global' }, ({ request, error, code }) => {
    if (code === 'NOT_FOUND') return notFound()
    const { requestId } = contextOf(request)
    log.error({ requestId, err: error }, 'failed')
    return Response.json({ code: 'INTERNAL', data: { requestId } }, { status: 500 })
  })
  .get('/health', () => ({ status: 'ok' }))
  .get('/health/ready', async () => {
    await asSystem('health check', (tx) => tx.execute(sql`select 1`))
    // Of this process; a model that is left alone for a while is no reason to take the server out.
    return { status: 'ready', models: await modelStates() }
  })
  .all('/auth/*', ({ request }) => askAuthEngine(request), { parse: 'none' })
  .use(auditApi)
  .use(chatApi)
  .use(filesApi)
  .use(referenceApi)
  .use(rpcApi)
  .all('/*', notFound)

/** Only who signs out is somebody already; everybody else is found out by the engine. */
async function askAuthEngine(request: Request): Promise<Response> {
  const isLeaving = new URL(request.url).pathname === '/api/auth/sign-out'
  const session = isLeaving ? await contextOf(request).session() : null
  const { handler } = await auth()
  return withOrigin(originOf(request.headers, session), () => handler(request))
}
