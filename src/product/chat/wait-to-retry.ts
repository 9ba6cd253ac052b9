/** 0.5 s, 1 s, 2 s … 8 s, a little spread; sooner when the network is back or the tab is looked at. */
export function untilWorthTrying(failures: number, closed: AbortSignal): Promise<void> {
  const delay = Math.min(500 * 2 ** failures, 8_000) * (0.75 + Math.random() / 2)
  return new Promise((resolve) => {
    const done = new AbortController()
    const go = () => {
      clearTimeout(timer)
      done.abort()
      resolve()
    }
    const timer = setTimeout(go, delay)
    closed.addEventListener('abort', go, { signal: done.signal })
    globalThis.addEventListener('online', go, { signal: done.signal })
    document.addEventListener('visibilitychange', go, { signal: done.signal })
  })
}
