import { env } from '#/env.server.ts'

const nonces = new WeakMap<Request, string>()

/** The nonce with which the scripts and styles of this one page may run. */
export function nonceOf(request: Request): string {
  const known = nonces.get(request)
  if (known) return known
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  nonces.set(request, nonce)
  return nonce
}

/** Where the browser sends its uploads. */
const storageOrigin = new URL(env.S3_PUBLIC_ENDPOINT ?? env.S3_ENDPOINT).origin
const isDeployed = env.NODE_ENV === 'production'

const contentSecurityPolicy = (nonce: string) =>
  [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    // The attribute alone: Base UI hides inputs with it, and a meter has its width.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${storageOrigin}`,
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

/**
 * The router names the host that the request claims when it shortens an address such as "//jobs", and a
 * client writes that as it likes. The path alone leads to the same page.
 */
function withoutClaimedHost(headers: Headers, request: Request): void {
  const location = headers.get('location')
  const { origin } = new URL(request.url)
  if (!location?.startsWith(`${origin}/`)) return
  // Two slashes at its beginning would name a host again.
  headers.set('location', location.slice(origin.length).replace(/^\/+/, '/'))
}

/** What every page carries. Vite's own inline scripts have no nonce, so the policy is for builds. */
export function securePage(response: Response, request: Request): Response {
  const { headers } = response
  const nonce = nonceOf(request)
  withoutClaimedHost(headers, request)
  if (isDeployed) headers.set('content-security-policy', contentSecurityPolicy(nonce))
  headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
  headers.set('cross-origin-opener-policy', 'same-origin')
  // The language and the person decide what a page says.
  headers.set('vary', 'accept-language, cookie')
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache')
  return response
}
