import { Refusal } from '#/rpc/refusal.ts'

type Bounds = {
  /** The number that run at the same time in this process, and of one person. */
  atOnce: number
  atOnceOfPerson: number
  /** The number that may wait: of one person, and of all. */
  waitingOfPerson: number
  waiting: number
  waitMs: number
}

/**
 * Work that is heavy for the whole process, in turn: the line goes round the people, not round what
 * they asked for, so that a person with much to do waits longer and nobody else does. Throws
 * RATE_LIMITED when a line is full, or after `waitMs` in it.
 */
export function fairTurns(bounds: Bounds) {
  /** The people who wait, the next one first, each with a line of their own. */
  const lines = new Map<string, (() => void)[]>()
  const runningOf = new Map<string, number>()
  let running = 0
  let waiting = 0

  const hasRoom = (person: string) =>
    running < bounds.atOnce && (runningOf.get(person) ?? 0) < bounds.atOnceOfPerson

  function begin(person: string) {
    running++
    runningOf.set(person, (runningOf.get(person) ?? 0) + 1)
  }

  function end(person: string) {
    running--
    const left = (runningOf.get(person) ?? 1) - 1
    if (left > 0) runningOf.set(person, left)
    else runningOf.delete(person)
    for (const [next, line] of lines) {
      if (!hasRoom(next)) continue
      const start = line.shift()
      lines.delete(next)
      // Behind everybody else who waits.
      if (line.length > 0) lines.set(next, line)
      if (start) return start()
    }
  }

  function waitInLine(person: string): Promise<void> {
    const line = lines.get(person) ?? []
    if (line.length >= bounds.waitingOfPerson || waiting >= bounds.waiting) throw busy()
    waiting++
    return new Promise<void>((resolve, reject) => {
      const leave = () => {
        waiting--
        clearTimeout(timer)
      }
      const start = () => {
        leave()
        // Here and not after the promise, so that nobody takes the place meanwhile.
        begin(person)
        resolve()
      }
      const timer = setTimeout(() => {
        leave()
        line.splice(line.indexOf(start), 1)
        if (line.length === 0) lines.delete(person)
        reject(busy())
      }, bounds.waitMs)
      line.push(start)
      lines.set(person, line)
    })
  }

  return async function inTurn<T>(person: string, work: () => Promise<T>): Promise<T> {
    if (hasRoom(person) && !lines.has(person)) begin(person)
    else await waitInLine(person)
    try {
      return await work()
    } finally {
      end(person)
    }
  }
}

const busy = () => new Refusal('RATE_LIMITED', { retryAfterSeconds: 15 })
