import type { RedisConnections } from '#/adapters/redis.server.ts'
import { log } from '#/observability/log.server.ts'
import { doorbell } from './doorbell.server.ts'
import type { ReplyLog } from './reply-log.server.ts'

type Options = {
  /** A writer renews its lease three times in this time; when it lapses the writer is dead. */
  leaseMs?: number
  /** How long an unfinished, and a finished, log stays. */
  unfinishedMs?: number
  finishedMs?: number
  /** A log that would grow longer ends here. */
  maxCharacters?: number
}

/**
 * A durable log on Redis Streams: append first, then everybody, the first reader included, reads from
 * the log. The id of an entry is the number of characters up to its end ("42-0"), so a reader seeks
 * to any character without counting, and an append that is repeated after a lost answer is refused
 * instead of doubled. The end is an entry of its own, "<length>-1". A log never has a hole: when an
 * append fails for good, or Redis has lost the log, the writer lets go of it.
 */
export function redisReplyLog(
  { commands, subscriber }: Pick<RedisConnections, 'commands' | 'subscriber'>,
  {
    leaseMs = 4_000,
    unfinishedMs = 60 * 60_000,
    finishedMs = 10 * 60_000,
    maxCharacters = 200_000,
  }: Options = {},
): ReplyLog {
  const bell = doorbell(subscriber)
  const logKey = (id: string) => `loam:reply:${id}`
  const leaseKey = (id: string) => `loam:reply:${id}:writer`

  const renew = (id: string) => commands.set(leaseKey(id), '1', 'PX', leaseMs)

  /** One entry; tried again for as long as the lease could still hold. */
  async function append(id: string, entry: string, field: 't' | 'e', text: string, first: boolean) {
    const giveUp = Date.now() + leaseMs
    for (;;) {
      try {
        const key = logKey(id)
        const batch = commands.multi()
        if (first) batch.xadd(key, entry, field, text)
        else batch.xadd(key, 'NOMKSTREAM', entry, field, text)
        batch.pexpire(key, field === 'e' ? finishedMs : unfinishedMs).publish(key, entry)
        const [failure, added] = (await batch.exec())?.[0] ?? [new Error('not executed')]
        if (failure) throw failure
        if (added === null) throw new LogLost()
        return
      } catch (error) {
        if (String(error).includes('equal or smaller')) return
        if (error instanceof LogLost || Date.now() > giveUp) throw error
        await Bun.sleep(100)
      }
    }
  }

  async function write(id: string, source: ReadableStreamDefaultReader<string>) {
    const lease = setInterval(() => void renew(id).catch(() => {}), leaseMs / 3)
    let length = 0
    try {
      for await (const text of batches(source)) {
        length += text.length
        await append(id, `${length}-0`, 't', text, length === text.length)
        if (length >= maxCharacters) break
      }
      await append(id, `${length}-1`, 'e', '', length === 0)
    } finally {
      clearInterval(lease)
      // A source that nobody reads on must not wait for its reader.
      await source.cancel().catch(() => {})
      await commands.del(leaseKey(id))
    }
  }

  async function read(id: string, from: number): Promise<ReadableStream<string>> {
    const ring = await bell.listen(logKey(id))
    let position = from
    let news: Promise<void> | undefined
    /** Null when there is nothing new; `end` when the end was read. */
    async function next(): Promise<{ text: string; end: boolean } | null> {
      const entries = await commands.xrange(logKey(id), `(${position}-0`, '+', 'COUNT', 128)
      if (entries.length === 0) return null
      let text = ''
      for (const [entry, [field, value = '']] of entries) {
        if (field === 'e') return { text, end: true }
        const end = Number.parseInt(entry, 10)
        text += value.slice(position - (end - value.length))
        position = end
      }
      return { text, end: false }
    }
    return new ReadableStream<string>(
      {
        async pull(controller) {
          try {
            for (;;) {
              // Before looking, so that what is appended in between still rings.
              news ??= ring.next(1_000).finally(() => (news = undefined))
              let found = await next()
              if (!found && (await commands.exists(leaseKey(id))) === 0) {
                // The last words may have come between the two questions.
                found = (await next()) ?? { text: '', end: true }
              }
              if (found?.text) controller.enqueue(found.text)
              if (found?.end) {
                ring.stop()
                return controller.close()
              }
              if (found) return
              await news
            }
          } catch (error) {
            ring.stop()
            throw error
          }
        },
        cancel: () => ring.stop(),
      },
      { highWaterMark: 0 },
    )
  }

  async function hasExistingStream(id: string): Promise<null | true | 'DONE'> {
    const [last] = await commands.xrevrange(logKey(id), '+', '-', 'COUNT', 1)
    if (last?.[1][0] === 'e') return 'DONE'
    if ((await commands.exists(leaseKey(id))) === 1) return true
    return last ? 'DONE' : null
  }

  return {
    async createNewResumableStream(id, makeStream) {
      if ((await commands.set(leaseKey(id), '1', 'PX', leaseMs, 'NX')) === null) {
        throw new Error('this reply is being written already')
      }
      const stream = await read(id, 0)
      write(id, readerOf(makeStream)).catch((error: unknown) =>
        log.warn({ reply: id, error: String(error) }, 'the log of a reply was given up'),
      )
      return stream
    },
    async resumeExistingStream(id, skip = 0) {
      const [last] = await commands.xrevrange(logKey(id), '+', '-', 'COUNT', 1)
      if (last?.[1][0] === 'e') return null
      // The log of a dead writer is worth reading: it may be ahead of what was saved.
      if (!last && (await commands.exists(leaseKey(id))) === 0) return undefined
      return read(id, skip)
    },
    hasExistingStream,
  }
}

/** Redis came back without the log: what follows would have a hole before it. */
class LogLost extends Error {}

function readerOf(makeStream: () => ReadableStream<string>): ReadableStreamDefaultReader<string> {
  try {
    return makeStream().getReader()
  } catch {
    return new ReadableStream<string>({ start: (controller) => controller.close() }).getReader()
  }
}

/** What came while the last append was under way goes into the next one. An error is an end. */
async function* batches(source: ReadableStreamDefaultReader<string>): AsyncGenerator<string> {
  const maxWaiting = 64 * 1024
  let waiting = ''
  let ended = false
  let wake = () => {}
  let drained = () => {}
  const pump = async () => {
    try {
      for (;;) {
        const { done, value } = await source.read()
        if (done) return
        waiting += value
        wake()
        if (waiting.length > maxWaiting) await new Promise<void>((resolve) => (drained = resolve))
      }
    } catch {
      // How the reply ended stands in the database.
    } finally {
      ended = true
      wake()
    }
  }
  void pump()
  for (;;) {
    if (waiting) {
      const text = waiting
      waiting = ''
      drained()
      yield text
    } else if (ended) return
    else await new Promise<void>((resolve) => (wake = resolve))
  }
}
