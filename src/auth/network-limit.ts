import { networkOf } from './client-address.ts'

type Window = { count: number; endsAt: number }

/** More networks than this are not remembered, so that nobody fills the memory with them. */
const maxNetworks = 20_000

/**
 * Counts the requests of each network in the memory of this process: cheap enough for every request.
 * It bounds what strangers cost one process, so each process counts for itself.
 */
export function networkLimit({ max, windowSeconds }: { max: number; windowSeconds: number }) {
  const windows = new Map<string, Window>()
  return (address: string, now = Date.now()) => {
    const network = networkOf(address)
    let window = windows.get(network)
    if (!window || window.endsAt <= now) {
      // The oldest goes first, and the oldest is the one that is most likely over.
      const [oldest] = windows.size >= maxNetworks ? windows.keys() : []
      if (oldest !== undefined) windows.delete(oldest)
      windows.delete(network)
      window = { count: 0, endsAt: now + windowSeconds * 1_000 }
      windows.set(network, window)
    }
    window.count += 1
    return {
      allowed: window.count <= max,
      remaining: Math.max(0, max - window.count),
      resetSeconds: Math.max(1, Math.ceil((window.endsAt - now) / 1_000)),
    }
  }
}
