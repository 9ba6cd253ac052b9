import { sql } from 'drizzle-orm'
import { Elysia } from 'elysia'
import { modelStates } from '#/adapters/language-model.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { within } from '#/db/deadlines.ts'
import { isRefusedValue } from '#/db/refused-value.ts'
import { pointsAtNothing } from '#/db/violated-constraint.ts'
import { each } from '#/define-feature.server.ts'
import { features } from '#/features.server.ts'
import { log } from '#/observability/log.server.ts'
import { askAuthEngine } from '#/rpc/ask-auth-engine.server.ts'
import { contextOf } from '#/rpc/context.server.ts'
import { logUnavailable } from '#/rpc/translate-refusals.server.ts'
import { unavailableIn } from '#/unavailable.ts'
import { badRequest, notFound } from '#/rpc/plain-refusals.ts'
import { referenceApi } from './reference.ts'
import { rpcApi } from './rpc.server.ts'
import { isForged } from './same-origin.ts'
import { unavailableResponse } from './unavailable-response.tsx'

/** A probe gives up sooner than a person. */
const readyMs = 2_000

/** Everything under /api. `parse: 'none'` leaves the raw body to the engine that verifies it. */
export const api = new Elysia({ prefix: '/api', normalize: false })
  .onRequest(({ request }) => {
    if (isForged(request)) return Response.json({ code: 'FORBIDDEN' }, { status: 403 })
  })
  // Elysia would answer with the error's own words, which hold statements and their parameters.
  .onError({ as: 'global' }, ({ request, error, code }) => {
    if (code === 'NOT_FOUND') return notFound()
    // An address that no id can be: the thing is not there.
    if (code === 'VALIDATION') return error.type === 'params' ? notFound() : badRequest()
    if (code === 'PARSE' || code === 'INVALID_COOKIE_SIGNATURE') return badRequest()
    const { requestId } = contextOf(request)
    const unavailable = unavailableIn(error)
    if (unavailable) {
      logUnavailable(requestId, unavailable)
      return unavailableResponse(request, unavailable)
    }
    if (isRefusedValue(error)) {
      log.warn({ requestId, err: error }, 'request.value_refused')
      return badRequest()
    }
    if (pointsAtNothing(error)) return notFound()
    log.error({ requestId, err: error }, 'failed')
    return Response.json({ code: 'INTERNAL', data: { requestId } }, { status: 500 })
  })
  .get('/health', () => ({ status: 'ok' }))
  .get('/health/ready', async () => {
    const asked = asSystem('health check', (tx) => tx.execute(sql`select 1`))
    await within(readyMs, asked)
    // Of this process; a model that is left alone for a while is no reason to take the server out.
    return { status: 'ready', models: await modelStates() }
  })
  .all('/auth/*', ({ request }) => askAuthEngine(request), { parse: 'none' })
  .use(referenceApi)
  .use(rpcApi)

for (const routes of each(features, 'api')) api.use(routes)
api.all('/*', notFound)
