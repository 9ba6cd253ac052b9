import { ORPCError, os } from '@orpc/server'
import { log } from '#/observability/log.server.ts'
import type { Context } from './context.server.ts'
import { Refusal } from './refusal.ts'

/**
 * A refusal becomes the typed error that the contract declares; anything else is a bug: it is logged
 * with the request's id, and the caller learns only that id.
 */
export const translateRefusals = os
  .$context<Context>()
  .middleware(async ({ next, context, path, procedure }) => {
    try {
      return await next()
    } catch (error) {
      if (error instanceof Refusal) {
        const declared = procedure['~orpc'].errorMap[error.code]
        throw new ORPCError(error.code, {
          status: declared?.status,
          message: declared?.message,
          data: error.data,
        })
      }
      if (error instanceof ORPCError) throw error
      if (isUnstorable(error)) throw new ORPCError('BAD_REQUEST', { status: 400 })
      log.error({ requestId: context.requestId, procedure: path.join('.'), err: error }, 'failed')
      throw new ORPCError('INTERNAL', { status: 500, data: { requestId: context.requestId } })
    }
  })

/** Text with a NUL, which Postgres has no place for: the caller's mistake, in whichever field it is. */
export function isUnstorable(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  const code =
    typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  return code === '22021' || code === '22P05'
}
