import { Elysia } from 'elysia'
import { z } from 'zod'
import { visitorIdIn } from '#/auth/visitor-cookie.server.ts'
import { beginReply } from '#/features/chat/begin-reply.server.ts'
import { ask, askRefusals } from '#/features/chat/contract.ts'
import { findReplyInProgress, followReply, hasChat } from '#/features/chat/follow-reply.server.ts'
import { type Asker, ownerOf } from '#/features/chat/asker.server.ts'
import { frameOf, heartbeat } from '#/features/chat/reply-stream.ts'
import { stopReply } from '#/features/chat/stop-reply.server.ts'
import { limitNetwork } from '#/features/chat/welcome-visitor.server.ts'
import { log } from '#/observability/log.server.ts'
import { contextOf, readSession } from '#/rpc/context.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { askerIn } from '#/rpc/who-may-call.server.ts'
import { notFound } from './not-found.ts'

const heartbeatMs = 10_000
/** How long somebody who was signed out, or whose conversation is gone, may still read. */
const recheckMs = 4_000
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
      answering(request, params.chatId, async (asker, chatId) => {
        const parsed = ask.safeParse(await readJson(request))
        if (!parsed.success) return refuse('BAD_REQUEST', 400)
        if (!asker.userId) await limitNetwork('asks', request.headers)
        const { messageId, prefix, questionId } = await beginReply(asker, chatId, parsed.data)
        const start = { messageId, from: prefix.length, ...(questionId && { questionId }) }
        return stream(request, asker, chatId, start)
      }),
    { parse: 'none' },
  )
  /** Follows the answer in progress, from a character on; 204 when none is being written. */
  .get('/:chatId/stream', ({ request, params }) =>
    answering(request, params.chatId, async (asker, chatId) => {
      const { searchParams } = new URL(request.url)
      const known = where.safeParse(Object.fromEntries(searchParams))
      if (!known.success) return refuse('BAD_REQUEST', 400)
      if (!(await hasChat(asker, chatId))) return notFound()
      const messageId = await findReplyInProgress(asker, chatId)
      if (!messageId) return new Response(null, { status: 204, headers: noStore })
      const from = known.data.message === messageId ? known.data.from : 0
      return stream(request, asker, chatId, { messageId, from })
    }),
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

async function answering(
  request: Request,
  chatId: string,
  answer: (asker: Asker, chatId: string) => Promise<Response>,
): Promise<Response> {
  const context = contextOf(request)
  try {
    const asker = await askerIn(context)
    if (!asker) return refuse('UNAUTHORIZED', 401)
    if (!z.uuid().safeParse(chatId).success) return notFound()
    return await answer(asker, chatId)
  } catch (error) {
    if (error instanceof Refusal) {
      const declared = Object.entries(askRefusals).find(([code]) => code === error.code)
      return declared ? refuse(error.code, declared[1].status, error.data) : notFound()
    }
    const { requestId } = context
    log.error({ requestId, chatId, err: error }, 'chat failed')
    return refuse('INTERNAL', 500, { requestId })
  }
}

async function readJson(request: Request): Promise<unknown> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) return null
  return request.json().catch(() => null)
}

/**
 * An answer as server-sent events. It is asked for the next frame when the socket takes one, so a
 * slow reader holds at most the rest of one answer, and it looks again and again whether the reader
 * is still signed in and still has the conversation.
 */
function stream(
  request: Request,
  asker: Asker,
  chatId: string,
  start: { messageId: string; from: number; questionId?: string },
): Response {
  const gone = new AbortController()
  const leave = () => gone.abort()
  request.signal.addEventListener('abort', leave)
  const events = followReply(asker, chatId, start.messageId, start.from, gone.signal)
  const encoder = new TextEncoder()
  let timers: Timer[] = []
  const cleanUp = () => {
    leave()
    for (const timer of timers) clearInterval(timer)
    request.signal.removeEventListener('abort', leave)
  }
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(frameOf({ event: 'reply', data: start })))
      const beat = () => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(encoder.encode(heartbeat))
      }
      const recheck = async () => {
        if (!(await mayStillRead(request.headers, asker, chatId))) leave()
      }
      timers = [
        setInterval(beat, heartbeatMs),
        setInterval(() => void recheck().catch(leave), recheckMs),
      ]
    },
    async pull(controller) {
      const { done, value } = await events.next().catch((error: unknown) => {
        log.warn({ chatId, error: String(error) }, 'a reply stream was cut')
        return { done: true as const, value: undefined }
      })
      if (done) {
        cleanUp()
        return controller.close()
      }
      const frame =
        value.type === 'text'
          ? frameOf({ event: 'text', data: value.text })
          : frameOf({ event: 'end', data: { status: value.status } })
      controller.enqueue(encoder.encode(frame))
    },
    cancel: cleanUp,
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

async function mayStillRead(headers: Headers, asker: Asker, chatId: string): Promise<boolean> {
  // Asked anew: the request's own context remembers who it was at its beginning.
  const reader = await askerIn({
    session: () => readSession(headers),
    visitorId: visitorIdIn(headers),
  })
  return reader !== null && ownerOf(reader) === ownerOf(asker) && (await hasChat(asker, chatId))
}
