import { APIError, createAuthMiddleware } from 'better-auth/api'
import { deleteSessionCookie } from 'better-auth/cookies'

/*
 * A sign-in compares the password, which takes a while, and then stores a session. A password that was
 * changed or reset in between has already ended the sessions that were there, so this one would outlive it.
 */
type EngineContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

const before = new WeakMap<Request, { email: string; hash: string | undefined }>()

async function passwordHash({ context }: EngineContext, email: string) {
  const found = await context.internalAdapter.findUserByEmail(email, { includeAccounts: true })
  const account = found?.accounts.find(({ providerId }) => providerId === 'credential')
  return account?.password ?? undefined
}

/** `email` as the engine is about to look it up, not as it was typed. */
export async function rememberPassword(ctx: EngineContext, email: string): Promise<void> {
  if (ctx.request) before.set(ctx.request, { email, hash: await passwordHash(ctx, email) })
}

/** After a sign-in: ends its session, and answers as to a wrong password. */
export const refuseOutdatedPassword = createAuthMiddleware(async (ctx) => {
  const { newSession, internalAdapter } = ctx.context
  const asked = ctx.request && before.get(ctx.request)
  if (!newSession || !asked) return
  if (asked.hash === (await passwordHash(ctx, asked.email))) return
  await internalAdapter.deleteSession(newSession.session.token)
  // What the other hooks do for somebody who signed in is not for this one.
  ctx.context.setNewSession(null)
  deleteSessionCookie(ctx)
  throw new APIError('UNAUTHORIZED', {
    code: 'INVALID_EMAIL_OR_PASSWORD',
    message: 'Invalid email or password',
  })
})
