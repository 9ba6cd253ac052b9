import { auth, type Session } from '#/auth/auth.server.ts'
import { readsSession } from '#/auth/session-cookie.ts'
import { visitorIdIn } from '#/auth/visitor-cookie.server.ts'
import { withoutHiddenOutage } from '#/db/noticed-outage.server.ts'

export type Context = {
  headers: Headers
  requestId: string
  /** Resolved once a request, and only when a procedure asks. */
  session: () => Promise<Session | null>
  /** Of somebody without an account who has asked a question; only their cookie says so. */
  visitorId: string | null
  /** Added to the answer. */
  responseHeaders: Headers
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
    visitorId: visitorIdIn(headers),
    responseHeaders: new Headers(),
  }
  contexts.set(request, context)
  return context
}

/** Who the session cookie names at this moment. */
export async function readSession(headers: Headers): Promise<Session | null> {
  if (!readsSession(headers)) return null
  const { api } = await auth()
  // The engine says of a database that does not answer that the session could not be read.
  const session = await withoutHiddenOutage(() => api.getSession({ headers }))
  return session && isSuspended(session.user) ? null : session
}

/** A ban ends the sessions that are there; a sign-in under way at that moment stores one after it. */
const isSuspended = ({ banned, banExpires }: Session['user']): boolean =>
  banned === true && (!banExpires || banExpires > new Date())
