import {
  createResumableStreamContext,
  type Publisher,
  type Subscriber,
} from 'resumable-stream/generic'
import type { ReplyLog } from './reply-log.server.ts'

/**
 * The library itself, over a publisher and subscriber in memory. It forgets everything with the
 * process; a reader of a reply that it does not know is served from the database instead.
 */
export function inProcessReplyLog({ remembered = 10_000 } = {}): ReplyLog {
  const memory = memoryPubSub(remembered)
  const context = createResumableStreamContext({ waitUntil: null, ...memory })
  return {
    async createNewResumableStream(id, makeStream) {
      // The library would begin a second one, and tell readers both.
      if ((await context.hasExistingStream(id)) !== null) {
        throw new Error('this reply was begun already')
      }
      return context.createNewResumableStream(id, () => withoutErrors(makeStream))
    },
    async resumeExistingStream(id, skip = 0) {
      const stream = await context.resumeExistingStream(id)
      return stream && gathered(stream, skip)
    },
    hasExistingStream: context.hasExistingStream,
  }
}

/** What the library needs of a Redis: one listener a channel, and a bounded number of values. */
function memoryPubSub(remembered: number): { publisher: Publisher; subscriber: Subscriber } {
  const values = new Map<string, string>()
  const listeners = new Map<string, (message: string) => void>()
  const connect = async () => {}
  const set = async (key: string, value: string) => {
    values.delete(key)
    values.set(key, value)
    for (const [oldest] of values) {
      if (values.size <= remembered) break
      values.delete(oldest)
    }
  }
  return {
    publisher: {
      connect,
      set,
      get: async (key) => values.get(key) ?? null,
      incr: async (key) => {
        const next = Number(values.get(key) ?? 0) + 1
        if (Number.isNaN(next)) throw new Error('ERR value is not an integer or out of range')
        await set(key, String(next))
        return next
      },
      // In the same tick, so that a chunk and a request for all chunks cannot overtake one another.
      publish: async (channel, message) => listeners.get(channel)?.(message),
    },
    subscriber: {
      connect,
      subscribe: async (channel, listener) => void listeners.set(channel, listener),
      unsubscribe: async (channel) => listeners.delete(channel),
    },
  }
}

/** The library leaves a failing source as an unhandled rejection, which ends the process. */
function withoutErrors(makeStream: () => ReadableStream<string>): ReadableStream<string> {
  let reader: ReadableStreamDefaultReader<string> | undefined
  return new ReadableStream<string>({
    async pull(controller) {
      try {
        reader ??= makeStream().getReader()
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch {
        controller.close()
      }
    },
  })
}

/** So many pieces wait on their own; a queue entry for each word would weigh more than the words. */
const piecesKept = 64

/**
 * The library hands out what is new whether it is read or not. Here it waits as one text, which is as
 * long as an answer at most. (The library's own skipping starts too late when a reader knows more than
 * the log, because its prefix came from the database, and then repeats characters; counting cannot.)
 */
function gathered(source: ReadableStream<string>, skip: number): ReadableStream<string> {
  const reader = source.getReader()
  let left = skip
  let pieces: string[] = []
  let ended = false
  let wake = () => {}
  async function pump() {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      const rest = value.slice(left)
      left = Math.max(0, left - value.length)
      if (!rest) continue
      pieces.push(rest)
      if (pieces.length === piecesKept) pieces = [pieces.join('')]
      wake()
    }
  }
  void pump()
    .catch(() => {})
    .finally(() => {
      ended = true
      wake()
    })
  return new ReadableStream<string>(
    {
      async pull(controller) {
        for (;;) {
          if (pieces.length > 0) {
            controller.enqueue(pieces.join(''))
            pieces = []
            return
          }
          if (ended) return controller.close()
          await new Promise<void>((resolve) => (wake = resolve))
        }
      },
      cancel: () => reader.cancel(),
    },
    { highWaterMark: 0 },
  )
}
