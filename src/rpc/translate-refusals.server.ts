import { ORPCError, os } from '@orpc/server'
import { isAPIError } from 'better-auth/api'
import { isRefusedValue } from '#/db/refused-value.ts'
import { pointsAtNothing } from '#/db/violated-constraint.ts'
import { log } from '#/observability/log.server.ts'
import { noticeOutage } from '#/db/noticed-outage.server.ts'
import { type Unavailable, unavailableIn } from '#/unavailable.ts'
import type { Context } from './context.server.ts'
import { Refusal } from './refusal.ts'
import { isStorable } from './storable-input.ts'

/**
 * A refusal becomes the typed error that the contract declares; anything else is a bug: it is logged
 * with the request's id, and the caller learns only that id.
 */
export const translateRefusals = os
  .$context<Context>()
  .middleware(async ({ next, context, path, procedure }, input: unknown) => {
    // Before any procedure has done half of its work.
    if (!isStorable(input)) throw new ORPCError('BAD_REQUEST', { status: 400 })
    try {
      return await next()
    } catch (error) {
      if (error instanceof Refusal) {
        const declared = procedure['~orpc'].errorMap[error.code]
        if (declared?.status === 503) context.responseHeaders.set('retry-after', '5')
        const wait = declared?.status === 429 && waitIn(error.data)
        if (wait) context.responseHeaders.set('retry-after', String(wait))
        throw new ORPCError(error.code, {
          status: declared?.status,
          message: declared?.message,
          data: error.data,
        })
      }
      if (error instanceof ORPCError) throw error
      const unavailable = unavailableIn(error)
      if (unavailable) {
        noticeOutage(unavailable)
        context.responseHeaders.set('retry-after', String(unavailable.retryAfterSeconds))
        logUnavailable(context.requestId, unavailable)
        throw new ORPCError('UNAVAILABLE', { status: 503, data: dataOf(unavailable) })
      }
      if (isRefusedValue(error)) {
        log.warn(
          { requestId: context.requestId, procedure: path.join('.'), err: error },
          'rpc.value_refused',
        )
        throw new ORPCError('BAD_REQUEST', { status: 400 })
      }
      const lost = codeOfLostRace(error)
      if (lost) throw new ORPCError(lost)
      log.error({ requestId: context.requestId, procedure: path.join('.'), err: error }, 'failed')
      throw new ORPCError('INTERNAL', { status: 500, data: { requestId: context.requestId } })
    }
  })

/**
 * The caller was let in, and then the session, the right or the thing was gone before the work was done:
 * the answer is what it would have been a moment later. The engine speaks of it in statuses.
 */
function codeOfLostRace(error: unknown): 'UNAUTHORIZED' | 'FORBIDDEN' | 'NOT_FOUND' | undefined {
  if (pointsAtNothing(error)) return 'NOT_FOUND'
  if (!isAPIError(error)) return undefined
  return lostAtStatus[error.statusCode]
}
const lostAtStatus: Record<number, 'UNAUTHORIZED' | 'FORBIDDEN' | 'NOT_FOUND'> = {
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
}

/** Without the stack: there is one such line for each request of an outage. */
export const logUnavailable = (requestId: string, { outside, cause }: Unavailable) =>
  log.warn(
    { requestId, outside, reason: cause instanceof Error ? cause.message : undefined },
    'request.unavailable',
  )

/** Seconds until the caller may try again, when the refusal says it. */
function waitIn(data: unknown): number | null {
  if (typeof data !== 'object' || data === null) return null
  if ('retryAfterSeconds' in data && typeof data.retryAfterSeconds === 'number') {
    return data.retryAfterSeconds
  }
  if (!('resetsAt' in data) || !(data.resetsAt instanceof Date)) return null
  return Math.max(1, Math.ceil((data.resetsAt.getTime() - Date.now()) / 1_000))
}

/** As the contract declares it. */
const dataOf = ({ retryAfterSeconds, outcomeUnknown }: Unavailable) => ({
  retryAfterSeconds,
  ...(outcomeUnknown && { outcomeUnknown }),
})
