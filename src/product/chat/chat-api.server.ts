import { Elysia } from 'elysia'
import { z } from 'zod'
import { isRefusedValue } from '#/db/refused-value.ts'
import { beginReply } from './begin-reply.server.ts'
import { ask, askRefusals } from './contract.ts'
import { findReplyInProgress, hasChat } from './follow-reply.server.ts'
import type { Asker } from './asker.server.ts'
import { hasAllStreams } from './open-streams.server.ts'
import { isClosing, whileBeginning } from './running-replies.server.ts'
import { stopReply } from './stop-reply.server.ts'
import { limitNetwork } from './welcome-visitor.server.ts'
import { log } from '#/observability/log.server.ts'
import { contextOf } from '#/rpc/context.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { askerIn } from '#/rpc/who-may-call.server.ts'
import { unavailableIn } from '#/unavailable.ts'
import { notFound } from '#/rpc/plain-refusals.ts'
import { followResponse, tooManyStreams } from './reply-response.server.ts'

const maxBodyBytes = 32 * 1024

const where = z.object({
  message: z.uuid().optional(),
  from: z.coerce.number().int().min(0).max(1_000_000).default(0),
})

/**
 * The streams of the job chat; everything else about it is a procedure. Who may read an answer is
 * who may read its conversation, found with that person's rows at every connect: to everybody else
 * it does not exist.
 */
export const chatApi = new Elysia({ prefix: '/chat' })
  /** Asks, in other words too, or repeats or continues the last answer; streams the answer. */
  .post(
    '/:chatId',
    ({ request, params }) =>
      answering(request, params.chatId, async (asker, chatId, sessionId) => {
        if (isClosing()) return elsewhere()
        const parsed = ask.safeParse(await readJson(request))
        if (!parsed.success) return refuse('BAD_REQUEST', 400)
        // Before the question is taken: its answer could not be followed.
        if (hasAllStreams(asker)) return tooManyStreams()
        if (!asker.userId) await limitNetwork('asks', request.headers)
        const begun = whileBeginning(beginReply(asker, chatId, parsed.data))
        const { messageId, prefix, questionId } = await begun
        const start = { messageId, from: prefix.length, ...(questionId && { questionId }) }
        return followResponse(asker, sessionId, chatId, start)
      }),
    { parse: 'none' },
  )
  /** Follows the answer in progress, from a character on; 204 when none is being written. */
  .get(
    '/:chatId/stream',
    ({ request, params, query }) =>
      answering(request, params.chatId, async (asker, chatId, sessionId) => {
        if (isClosing()) return elsewhere()
        if (!(await hasChat(asker, chatId))) return notFound()
        const messageId = await findReplyInProgress(asker, chatId)
        if (!messageId) return new Response(null, { status: 204, headers: noStore })
        const from = query.message === messageId ? query.from : 0
        return followResponse(asker, sessionId, chatId, { messageId, from })
      }),
    { query: where },
  )
  /** Stops the answer in progress; from any tab, and when there is none too. */
  .post(
    '/:chatId/stop',
    ({ request, params }) =>
      answering(request, params.chatId, async (asker, chatId) => {
        await stopReply(asker, chatId)
        return new Response(null, { status: 204, headers: noStore })
      }),
    { parse: 'none' },
  )

const noStore = { 'cache-control': 'no-store' }

const refuse = (code: string, status: number, data?: unknown) =>
  Response.json({ code, data }, { status, headers: noStore })

/** A server that is shutting down takes nothing new; the next attempt reaches another one. */
const elsewhere = () =>
  Response.json(
    { code: 'SHUTTING_DOWN' },
    { status: 503, headers: { ...noStore, 'retry-after': '1', connection: 'close' } },
  )

async function answering(
  request: Request,
  chatId: string,
  answer: (asker: Asker, chatId: string, sessionId: string | null) => Promise<Response>,
): Promise<Response> {
  const context = contextOf(request)
  try {
    const asker = await askerIn(context)
    if (!asker) return refuse('UNAUTHORIZED', 401)
    if (!z.uuid().safeParse(chatId).success) return notFound()
    // Looked up already, when the asker is a person.
    const session = asker.userId ? await context.session() : null
    return await answer(asker, chatId, session?.session.id ?? null)
  } catch (error) {
    if (error instanceof Refusal) {
      const declared = Object.entries(askRefusals).find(([code]) => code === error.code)
      return declared ? refuse(error.code, declared[1].status, error.data) : notFound()
    }
    // Answered as everywhere under /api.
    if (isRefusedValue(error) || unavailableIn(error)) throw error
    const { requestId } = context
    log.error({ requestId, chatId, err: error }, 'chat failed')
    return refuse('INTERNAL', 500, { requestId })
  }
}

async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) return null
  return request.json().catch(() => null)
}
