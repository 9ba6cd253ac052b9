import { env } from '#/env.server.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A request that changes something and carries our cookie must come from our own pages. Browsers say
 * so themselves in Sec-Fetch-Site and Origin; a client that sends neither has no ambient cookies.
 */
export function isForged(request: Request): boolean {
  if (safeMethods.has(request.method) || !request.headers.has('cookie')) return false
  const site = request.headers.get('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') return true
  const origin = request.headers.get('origin')
  return origin !== null && origin !== new URL(env.APP_URL).origin
}
