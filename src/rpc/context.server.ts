import { auth, type Session } from '#/auth/auth.server.ts'

export type Context = {
  headers: Headers
  requestId: string
  /** Resolved once a request, and only when a procedure asks. */
  session: () => Promise<Session | null>
}

/** The proxy's, when it looks like one; a client could write anything there. */
function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id') ?? ''
  return /^[\w-]{8,64}$/.test(given) ? given : Bun.randomUUIDv7()
}

const contexts = new WeakMap<Request, Context>()

/** One context a request, however many procedures its page calls. */
export function contextOf(request: Request): Context {
  const known = contexts.get(request)
  if (known) return known
  const { headers } = request
  let session: Promise<Session | null> | undefined
  const context: Context = {
    headers,
    requestId: requestIdOf(headers),
    session: () => (session ??= readSession(headers)),
  }
  contexts.set(request, context)
  return context
}

async function readSession(headers: Headers): Promise<Session | null> {
  // A visitor without our cookie costs no look-up.
  if (!headers.get('cookie')?.includes('session_token=')) return null
  return (await auth()).api.getSession({ headers })
}
