/**
 * Two lines for an outage, however often it is noticed: one when something outside stops answering,
 * one when it answers again.
 */
export function outageLog(outside: string) {
  let since: number | undefined
  return {
    failed(error: unknown) {
      if (since !== undefined) return
      since = performance.now()
      void write('error', { outside, err: error }, 'outside.unavailable')
    },
    answered() {
      if (since === undefined) return
      const seconds = Math.round((performance.now() - since) / 100) / 10
      since = undefined
      void write('warn', { outside, seconds }, 'outside.available')
    },
  }
}

/** Loaded when it is needed: the log reads the environment, which scripts and tests set later. */
async function write(level: 'error' | 'warn', fields: object, event: string) {
  const { log } = await import('./log.server.ts')
  log[level](fields, event)
}
