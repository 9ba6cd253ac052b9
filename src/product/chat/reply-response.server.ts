import type { Asker } from './asker.server.ts'
import { followReply } from './follow-reply.server.ts'
import { hasAllStreams, watchStream } from './open-streams.server.ts'
import { frameOf } from './reply-stream.ts'
import { log } from '#/observability/log.server.ts'

/**
 * An answer as server-sent events. It is asked for the next frame when the socket takes one, so a
 * slow reader holds a bounded amount, and it is cut when the reader may not read any more. 429 for
 * whoever has too many open already.
 */
export function followResponse(
  asker: Asker,
  sessionId: string | null,
  chatId: string,
  start: { messageId: string; from: number; questionId?: string },
): Response {
  if (hasAllStreams(asker)) return tooManyStreams()
  const gone = new AbortController()
  const events = followReply(asker, chatId, start.messageId, start.from, gone.signal)
  let stopWatching = () => {}
  const leave = () => {
    gone.abort()
    stopWatching()
  }
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(frameOf({ event: 'reply', data: start })))
      const beat = () => {
        if ((controller.desiredSize ?? 0) > 0) controller.enqueue(heartbeat)
      }
      stopWatching = watchStream({ asker, chatId, sessionId, beat, leave })
    },
    async pull(controller) {
      const { done, value } = await events.next().catch((error: unknown) => {
        log.warn({ chatId, error: String(error) }, 'a reply stream was cut')
        return { done: true as const, value: undefined }
      })
      if (done) {
        leave()
        return controller.close()
      }
      const frame =
        value.type === 'text'
          ? frameOf({ event: 'text', data: value.text })
          : frameOf({ event: 'end', data: { status: value.status } })
      controller.enqueue(encoder.encode(frame))
    },
    // Also when the reader goes away.
    cancel: leave,
  })
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

export const tooManyStreams = () =>
  Response.json(
    { code: 'TOO_MANY_STREAMS' },
    { status: 429, headers: { 'cache-control': 'no-store', 'retry-after': '10' } },
  )

const encoder = new TextEncoder()
/** Comments keep a silent answer from looking like a dead connection. */
const heartbeat = encoder.encode(': still here\n\n')
