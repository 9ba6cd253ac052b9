import { APIError, createAuthMiddleware } from 'better-auth/api'
import { env } from '#/env.server.ts'
import { isOwnParameter } from './safe-redirect.ts'

/**
 * Parameters that name another site by design, such as the `redirect_uri` of an OAuth client: the
 * endpoint that takes one compares it with what is registered. By the endpoint's path.
 */
const comparedByEndpoint: Record<string, string[]> = {}

/**
 * Before any endpoint of the engine: it builds redirects from callbackURL, redirectTo and their like
 * as strings, and "/..//evil.example" becomes "//evil.example" on the way. Throws INVALID_REDIRECT.
 */
export const refuseForeignAddresses = createAuthMiddleware(async ({ path, query, body }) => {
  const exempt = comparedByEndpoint[path] ?? []
  if (staysHere('', query, exempt) && staysHere('', body, exempt)) return
  throw new APIError('BAD_REQUEST', {
    code: 'INVALID_REDIRECT',
    message: 'Only addresses of this site can be gone on to.',
  })
})

/** `key` is the nearest name above the value: arrays and objects are looked through. */
function staysHere(key: string, value: unknown, exempt: string[]): boolean {
  if (typeof value === 'string') {
    return exempt.includes(key) || isOwnParameter(key, value, new URL(env.APP_URL).origin)
  }
  if (Array.isArray(value)) return value.every((item) => staysHere(key, item, exempt))
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, inner]) => staysHere(name, inner, exempt))
}
