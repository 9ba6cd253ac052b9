import type { RedisConnections } from '#/adapters/redis.server.ts'
import { log } from '#/observability/log.server.ts'
import { gatherMs } from './gather-commands.server.ts'
import { after, entryFrom, leaseKey, type LogEntry, logKey } from './log-entries.ts'

/** A reader of one log, told by the tail. Never called again after `lapsed` or `broken`. */
export type Listener = {
  hear(entries: LogEntry[]): void
  /** Its writer finished or died: what the log holds now is all that there will be. */
  lapsed(): void
  /** Redis cannot be read. */
  broken(error: unknown): void
}

type Followed = { position: number; listeners: Set<Listener>; heardAt: number }

const blockMs = 1_000
/** A log that was silent for this long is asked for its writer. */
const leaseCheckMs = 500
/** How long Redis may give no answer before readers are told. */
const patienceMs = 2_000
const keysAtOnce = 1_000

/**
 * One blocking reader for every log that is followed in this process: what is appended comes here
 * once, however many read it. It reads from where the first reader of a log stood; a reader who is
 * further back reads what is before from the log itself.
 */
export function logTail({ commands, blocking }: Pick<RedisConnections, 'commands' | 'blocking'>) {
  const followed = new Map<string, Followed>()
  // A stream of our own, read along with the others: an entry ends the wait when a log is added.
  const wakeKey = `loam:reply-readers:${Bun.randomUUIDv7()}`
  let wakePosition = '0'
  let reading = false
  let waiting = false

  function wake() {
    if (!waiting) return
    waiting = false
    const calls = commands.multi().xadd(wakeKey, 'MAXLEN', 1, '*', 'w', '')
    calls
      .pexpire(wakeKey, 60_000)
      .exec()
      .catch(() => {})
  }

  async function readOnce() {
    const logs = [...followed]
    const keys = [wakeKey, ...logs.map(([id]) => logKey(id))]
    const positions = [wakePosition, ...logs.map(([, { position }]) => after(position))]
    waiting = true
    const answer = blocking.xread('COUNT', 64, 'BLOCK', blockMs, 'STREAMS', ...keys, ...positions)
    const found = await answer.finally(() => (waiting = false))
    for (const [key, entries] of found ?? []) {
      if (key === wakeKey) wakePosition = entries.at(-1)?.[0] ?? wakePosition
      else hear(key.slice(logKey('').length), entries.map(entryFrom))
    }
  }

  function hear(id: string, entries: LogEntry[]) {
    const one = followed.get(id)
    if (!one) return
    one.position = Math.max(one.position, entries.at(-1)?.end ?? 0)
    one.heardAt = performance.now()
    for (const listener of one.listeners) listener.hear(entries)
  }

  async function read() {
    let answeredAt = performance.now()
    while (followed.size > 0) {
      try {
        await readOnce()
        answeredAt = performance.now()
        const wait = gatherMs(followed.size)
        if (wait > 0) await Bun.sleep(wait)
      } catch (error) {
        if (performance.now() - answeredAt > patienceMs) tellAll((each) => each.broken(error))
        else await Bun.sleep(100)
      }
    }
    reading = false
    clearInterval(leaseCheck)
  }

  function tellAll(tell: (listener: Listener) => void) {
    for (const id of followed.keys()) forget(id, tell)
  }

  function forget(id: string, tell: (listener: Listener) => void) {
    const listeners = followed.get(id)?.listeners ?? []
    followed.delete(id)
    for (const listener of listeners) tell(listener)
  }

  async function checkLeases() {
    const longAgo = performance.now() - leaseCheckMs
    const silent = [...followed].filter(([, { heardAt }]) => heardAt < longAgo).map(([id]) => id)
    for (let start = 0; start < silent.length; start += keysAtOnce) {
      const some = silent.slice(start, start + keysAtOnce)
      const leases = await commands.mget(some.map(leaseKey))
      for (const [index, id] of some.entries()) {
        if (leases[index] === null) forget(id, (listener) => listener.lapsed())
      }
    }
  }

  let leaseCheck: Timer | undefined
  function begin() {
    if (reading) return
    reading = true
    void read().catch((error: unknown) => log.error({ err: error }, 'the reader of logs ended'))
    let checking = false
    leaseCheck = setInterval(() => {
      if (checking) return
      checking = true
      // Without an answer nobody is dead; the reader itself notices that Redis is away.
      void checkLeases()
        .catch(() => {})
        .finally(() => (checking = false))
    }, leaseCheckMs)
  }

  return {
    /**
     * From now on this listener hears what is appended after `position`, or after the position that
     * is returned when the tail is further already.
     */
    follow(id: string, position: number, listener: Listener): number {
      const known = followed.get(id)
      if (known) {
        known.listeners.add(listener)
        return known.position
      }
      followed.set(id, { position, listeners: new Set([listener]), heardAt: performance.now() })
      begin()
      wake()
      return position
    },
    leave(id: string, listener: Listener) {
      const known = followed.get(id)
      known?.listeners.delete(listener)
      if (known?.listeners.size === 0) followed.delete(id)
    },
  }
}
export type LogTail = ReturnType<typeof logTail>
