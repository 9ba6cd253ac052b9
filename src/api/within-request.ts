import { noticingOutage } from '#/db/noticed-outage.server.ts'
import { env } from '#/env.server.ts'
import { log } from '#/observability/log.server.ts'
import { logUnavailable } from '#/rpc/translate-refusals.server.ts'
import { contextOf } from '#/rpc/context.server.ts'
import { unavailableIn } from '#/unavailable.ts'
import { unavailableResponse } from './unavailable-response.tsx'

/**
 * Longer than any wait of its own inside a request takes, one after the other. While developing, the
 * first request of a page compiles it.
 */
const wholeMs = env.NODE_ENV === 'production' ? 15_000 : 60_000

/**
 * The answer to a request, or 503 when something outside was silent, also where a library made
 * another error of it, and when the answer did not begin within the deadline of the whole. A stream
 * that has begun goes on.
 */
export async function withinRequest(
  request: Request,
  answer: () => Promise<Response> | Response,
  milliseconds = wholeMs,
): Promise<Response> {
  const { method } = request
  const { requestId } = contextOf(request)
  const late = Promise.withResolvers<'late'>()
  const timer = setTimeout(() => late.resolve('late'), milliseconds)
  try {
    const answered = noticingOutage(async () => answer())
    const first = await Promise.race([answered, late.promise])
    if (first === 'late') {
      log.error({ requestId, method, path: new URL(request.url).pathname }, 'request.too_slow')
      return await unavailableResponse(request, {
        retryAfterSeconds: 5,
        outcomeUnknown: method !== 'GET' && method !== 'HEAD',
      })
    }
    const { result, unavailable } = first
    if (!unavailable || result.status < 500 || result.status === 503) return result
    logUnavailable(requestId, unavailable)
    return await unavailableResponse(request, unavailable)
  } catch (error) {
    const unavailable = unavailableIn(error)
    if (!unavailable) throw error
    logUnavailable(requestId, unavailable)
    return await unavailableResponse(request, unavailable)
  } finally {
    clearTimeout(timer)
  }
}
