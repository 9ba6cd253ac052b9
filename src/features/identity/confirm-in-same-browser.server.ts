import { createAuthMiddleware, isAPIError } from 'better-auth/api'
import { expireCookie, setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/**
 * The link of a verification mail confirms the address for everybody who opens it, but signs in only
 * in the browser that signed up. Otherwise a stranger could sign up with your address and a password
 * of theirs, and your click would open you an account that they can enter too; or send you a link
 * of their own account, for you to fill with your data. In any other browser one signs in afterwards.
 */
const cookieName = 'registration'
const lifetimeSeconds = 60 * 60 * 24

const signedUp = z.object({ user: z.object({ id: z.string() }) })

type EngineContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

const cookieOf = (ctx: EngineContext) =>
  ctx.context.createAuthCookie(cookieName, { maxAge: lifetimeSeconds })

async function remember(ctx: EngineContext, userId: string) {
  const cookie = cookieOf(ctx)
  await ctx.setSignedCookie(cookie.name, userId, ctx.context.secret, cookie.attributes)
}

/**
 * After a sign-up. An address that is taken gets the same answer, with the id of nobody; the
 * engine's answer is left out, because its fields could differ.
 */
export const rememberRegistration = createAuthMiddleware(async (ctx) => {
  const answer = signedUp.safeParse(ctx.context.returned)
  if (!answer.success) return
  await remember(ctx, answer.data.user.id)
  return ctx.json({ status: true })
})

/** Whoever knows the password of an unconfirmed account may confirm it in this browser too. */
export const rememberUnconfirmed = createAuthMiddleware(async (ctx) => {
  const { returned, internalAdapter } = ctx.context
  if (!isAPIError(returned) || returned.body?.code !== 'EMAIL_NOT_VERIFIED') return
  const found = await internalAdapter.findUserByEmail(ctx.body.email)
  if (found) await remember(ctx, found.user.id)
})

/** After a link was opened: its answer is a redirect, with an `error` when the link did not hold. */
export const signInAfterConfirmation = createAuthMiddleware(async (ctx) => {
  const { returned, internalAdapter, secret } = ctx.context
  const location = isAPIError(returned) && new Headers(returned.headers).get('location')
  if (!location || URL.parse(location, ctx.context.baseURL)?.searchParams.has('error')) return
  const cookie = cookieOf(ctx)
  const userId = await ctx.getSignedCookie(cookie.name, secret)
  const user = userId ? await internalAdapter.findUserById(userId) : null
  if (!user?.emailVerified || user.email !== addressIn(ctx.query?.token)) return
  const session = await internalAdapter.createSession(user.id).catch((error: unknown) => {
    // A suspended account stays outside; the page that follows asks to sign in, and says so there.
    if (isAPIError(error)) return null
    throw error
  })
  if (!session) return
  await setSessionCookie(ctx, { session, user })
  expireCookie(ctx, cookie)
})

const payload = z.object({ email: z.string() })

/** The address of a link that the engine has just verified. */
function addressIn(token: unknown): string | null {
  const [, claims = ''] = String(token).split('.')
  const read = payload.safeParse(JSON.parse(Buffer.from(claims, 'base64url').toString()))
  return read.success ? read.data.email : null
}
