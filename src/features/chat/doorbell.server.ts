import type { Redis } from 'ioredis'

export type Ring = {
  /** Resolves at the next ring after this call, or after `timeoutMs`: a ring can get lost. */
  next(timeoutMs: number): Promise<void>
  stop(): void
}

/**
 * Tells readers that their log has news, over one connection for all readers of this process. It
 * carries no text: what counts is read from the log.
 */
export function doorbell(subscriber: Redis) {
  const waiting = new Map<string, Set<() => void>>()
  const listening = new Map<string, number>()
  subscriber.on('message', (channel: string) => {
    for (const wake of waiting.get(channel) ?? []) wake()
  })
  return {
    async listen(channel: string): Promise<Ring> {
      const count = listening.get(channel) ?? 0
      listening.set(channel, count + 1)
      // A bell that cannot be heard is only slower: the time-out rings instead.
      if (count === 0) await subscriber.subscribe(channel).catch(() => {})
      let stopped = false
      return {
        next(timeoutMs) {
          return new Promise((resolve) => {
            const wake = () => {
              clearTimeout(timer)
              const set = waiting.get(channel)
              set?.delete(wake)
              if (set?.size === 0) waiting.delete(channel)
              resolve()
            }
            const timer = setTimeout(wake, timeoutMs)
            const set = waiting.get(channel) ?? new Set()
            waiting.set(channel, set.add(wake))
          })
        },
        stop() {
          if (stopped) return
          stopped = true
          const left = (listening.get(channel) ?? 1) - 1
          if (left > 0) return void listening.set(channel, left)
          listening.delete(channel)
          void subscriber.unsubscribe(channel).catch(() => {})
        },
      }
    },
  }
}
