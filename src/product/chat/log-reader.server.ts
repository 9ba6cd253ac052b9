import type { Redis } from 'ioredis'
import { after, entryFrom, type LogEntry, logKey } from './log-entries.ts'
import type { Listener, LogTail } from './log-tail.server.ts'

/** What a reader who does not read may have waiting; beyond it they read from the log again. */
const maxWaiting = 16 * 1024
const entriesAtOnce = 256

/**
 * The characters of a log from `from` on, as a stream that does nothing unless it is asked. It is
 * either behind, and reads the log at its own pace, or it is told by the tail what is new. Because
 * positions are characters, what it hears twice is dropped and what it missed is noticed. Errors when
 * Redis cannot be read or the log has a hole.
 */
export function readLog(
  commands: Redis,
  tail: LogTail,
  id: string,
  from: number,
): ReadableStream<string> {
  let position = from
  let waiting = ''
  let behind = true
  /** Something was heard, but not taken, while the log was read. */
  let missed = false
  let following = false
  let ended = false
  let lapsed = false
  let failure: unknown
  let heard = () => {}

  const listener: Listener = {
    hear(entries) {
      missed ||= behind
      if (behind) return
      take(entries)
      if (waiting.length > maxWaiting) fallBehind()
      heard()
    },
    lapsed() {
      // What was appended while the lease was asked for is read from the log.
      following = false
      lapsed = true
      behind = true
      heard()
    },
    broken(error) {
      following = false
      failure = error
      heard()
    },
  }

  function fallBehind() {
    waiting = ''
    ended = false
    behind = true
  }

  /** Adds what is new in these; false when something before them is missing. */
  function take(entries: LogEntry[]): boolean {
    for (const { end, text } of entries) {
      const known = position + waiting.length
      if (text === null) {
        if (end > known) return missing()
        ended = true
      } else if (end > known) {
        if (end - text.length > known) return missing()
        waiting += text.slice(known - end)
      }
    }
    return true
  }

  function missing() {
    fallBehind()
    return false
  }

  async function catchUp() {
    const isFinal = lapsed
    missed = false
    const range = [`(${after(position)}`, '+', 'COUNT', entriesAtOnce] as const
    const found = await commands.xrange(logKey(id), ...range)
    if (!take(found.map(entryFrom))) throw new Error('the log of a reply has a hole')
    if (ended || found.length === entriesAtOnce) return
    if (isFinal) ended = true
    else if (!following && !lapsed) {
      following = true
      const known = position + waiting.length
      missed = tail.follow(id, known, listener) > known
    }
    behind = missed || lapsed
  }

  function leave() {
    if (following) tail.leave(id, listener)
    following = false
  }

  return new ReadableStream<string>(
    {
      async pull(controller) {
        try {
          for (;;) {
            if (waiting) {
              position += waiting.length
              controller.enqueue(waiting)
              waiting = ''
              return
            }
            if (ended) {
              leave()
              return controller.close()
            }
            if (failure) throw failure
            if (behind) await catchUp()
            else await new Promise<void>((resolve) => (heard = resolve))
          }
        } catch (error) {
          leave()
          throw error
        }
      },
      cancel: leave,
    },
    { highWaterMark: 0 },
  )
}
