const ownNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Refuses what a strange page in the developer's browser could send: a request
 * under a name that was made to resolve to this computer (DNS rebinding), and a
 * form posted from another origin. Undefined when the request may pass.
 */
export function refuseStrangers(request: Request): Response | undefined {
  const host = request.headers.get('host') ?? ''
  if (!ownNames.has(host.replace(/:\d+$/, ''))) {
    return refusal('The console only answers as localhost or 127.0.0.1.')
  }
  if (request.method === 'GET' || request.method === 'HEAD') return undefined
  const sameOrigin =
    request.headers.get('origin') === `http://${host}` &&
    [null, 'same-origin'].includes(request.headers.get('sec-fetch-site'))
  return sameOrigin ? undefined : refusal('The console only accepts forms from its own pages.')
}

const refusal = (reason: string) =>
  new Response(`${reason}\n`, { status: 403, headers: { 'content-type': 'text/plain' } })
