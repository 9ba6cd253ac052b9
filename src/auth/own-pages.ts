import { env } from '#/env.server.ts'

/**
 * Whether one of our own pages sent this request, as the browser says in Sec-Fetch-Site and Origin;
 * null when it says neither, as programs do.
 */
export function isFromOurPages(headers: Headers): boolean | null {
  const site = headers.get('sec-fetch-site')
  if (site && site !== 'same-origin' && site !== 'none') return false
  const origin = headers.get('origin')
  // A page that sends no referrer keeps its origin to itself as well; the browser vouches for it.
  if (origin === 'null' && site === 'same-origin') return true
  if (origin !== null) return origin === new URL(env.APP_URL).origin
  return site ? true : null
}
