import type { RedisConnections } from '#/adapters/redis.server.ts'
import { log } from '#/observability/log.server.ts'
import { leaseKey, logKey } from './log-entries.ts'
import { readLog } from './log-reader.server.ts'
import { logTail } from './log-tail.server.ts'
import { batches, readerOf } from './log-source.ts'
import { gathering } from './gather-commands.server.ts'
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
 * the log. It never has a hole: when an append fails for good, or Redis has lost the log, the writer
 * lets go of it.
 */
export function redisReplyLog(
  { commands, blocking }: Pick<RedisConnections, 'commands' | 'blocking'>,
  {
    leaseMs = 2_500,
    unfinishedMs = 60 * 60_000,
    finishedMs = 10 * 60_000,
    maxCharacters = 200_000,
  }: Options = {},
): ReplyLog {
  const tail = logTail({ commands, blocking })
  const together = gathering(commands, () => writing.size)
  const writing = new Set<string>()
  let renewing: Timer | undefined

  /** One timer for all leases of this process, and one message to Redis. */
  function renewLeases() {
    for (const id of writing) commands.set(leaseKey(id), '1', 'PX', leaseMs).catch(() => {})
  }

  function letGo(id: string) {
    writing.delete(id)
    if (writing.size === 0) {
      clearInterval(renewing)
      renewing = undefined
    }
    return commands.del(leaseKey(id))
  }

  /** One entry; tried again for as long as the lease could still hold. */
  async function append(id: string, entry: string, field: 't' | 'e', text: string, first: boolean) {
    const giveUp = Date.now() + leaseMs
    for (;;) {
      try {
        return await appendOnce(id, entry, field, text, first)
      } catch (error) {
        if (String(error).includes('equal or smaller')) return await expectWritten(id, entry, text)
        if (error instanceof LogLost || Date.now() > giveUp) throw error
        await Bun.sleep(100)
      }
    }
  }

  async function appendOnce(
    id: string,
    entry: string,
    field: 't' | 'e',
    text: string,
    first: boolean,
  ) {
    const key = logKey(id)
    if (first || field === 'e') {
      const batch = commands.multi()
      if (first) batch.xadd(key, entry, field, text)
      else batch.xadd(key, 'NOMKSTREAM', entry, field, text)
      batch.pexpire(key, field === 'e' ? finishedMs : unfinishedMs)
      const [failure, added] = (await batch.exec())?.[0] ?? [new Error('not executed')]
      if (failure) throw failure
      if (added === null) throw new LogLost()
    } else {
      const added = await together((batch) => batch.xadd(key, 'NOMKSTREAM', entry, field, text))
      if (added === null) throw new LogLost()
    }
  }

  /** An answer got lost and the append was repeated: then the entry is there, with this text. */
  async function expectWritten(id: string, entry: string, text: string) {
    const [written] = await commands.xrange(logKey(id), entry, entry)
    if (written?.[1][1] !== text) throw new LogLost()
  }

  async function write(id: string, source: ReadableStreamDefaultReader<string>) {
    let length = 0
    try {
      for await (const text of batches(source)) {
        length += text.length
        await append(id, `${length}-0`, 't', text, length === text.length)
        if (length >= maxCharacters) break
      }
      await append(id, `${length}-1`, 'e', '', length === 0)
    } finally {
      // A source that nobody reads on must not wait for its reader.
      await source.cancel().catch(() => {})
      await letGo(id)
    }
  }

  /** Where a log ends, and whether somebody writes it. */
  async function look(id: string) {
    const [last, leases] = await Promise.all([
      commands.xrevrange(logKey(id), '+', '-', 'COUNT', 1),
      commands.exists(leaseKey(id)),
    ])
    const finished = last[0]?.[1][0] === 'e'
    return { begun: last.length > 0, finished, written: !finished && leases === 1 }
  }

  return {
    async createNewResumableStream(id, makeStream) {
      const [lease, known] = await Promise.all([
        commands.set(leaseKey(id), '1', 'PX', leaseMs, 'NX'),
        commands.exists(logKey(id)),
      ])
      if (lease === null) throw new Error('this reply is being written already')
      if (known === 1) {
        await commands.del(leaseKey(id))
        throw new Error('this reply was written already')
      }
      writing.add(id)
      renewing ??= setInterval(renewLeases, leaseMs / 3)
      write(id, readerOf(makeStream)).catch((error: unknown) =>
        log.warn({ reply: id, error: String(error) }, 'the log of a reply was given up'),
      )
      return readLog(commands, tail, id, 0)
    },
    async resumeExistingStream(id, skip = 0) {
      const { begun, finished, written } = await look(id)
      if (finished) return null
      // The log of a dead writer is worth reading: it may be ahead of what was saved.
      return begun || written ? readLog(commands, tail, id, skip) : undefined
    },
    async hasExistingStream(id) {
      const { begun, written } = await look(id)
      if (written) return true
      return begun ? 'DONE' : null
    },
  }
}

/** Redis came back without the log: what follows would have a hole before it. */
class LogLost extends Error {}
