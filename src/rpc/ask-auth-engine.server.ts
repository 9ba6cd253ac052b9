import { auth } from '#/auth/auth.server.ts'
import { originOf } from '#/auth/origin-of-request.ts'
import { withoutHiddenOutage } from '#/db/noticed-outage.server.ts'
import { withOrigin } from '#/db/request-origin.ts'
import { contextOf } from './context.server.ts'

/** Only who signs out is somebody already; everybody else is found out by the engine. */
export async function askAuthEngine(request: Request): Promise<Response> {
  const isLeaving = new URL(request.url).pathname === '/api/auth/sign-out'
  const session = isLeaving ? await contextOf(request).session() : null
  const { handler } = await auth()
  // The engine turns a failed statement into an answer of its own, or goes on without it.
  return withOrigin(originOf(request.headers, session), () =>
    withoutHiddenOutage(() => handler(request)),
  )
}
