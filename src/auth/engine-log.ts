/** Messages that the engine logs for a request that it answers with a 4xx. */
const refusals = /^(Invalid (origin|redirectTo|\w+URL)|Blocked cross-site navigation)\b/

/** The level of a line of the engine: it calls an error what is the mistake of who sent the request. */
export function engineLogLevel(level: string, message: string): 'error' | 'warn' | 'info' {
  if (refusals.test(message)) return 'info'
  return level === 'error' ? 'error' : 'warn'
}
