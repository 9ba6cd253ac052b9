import { createAuthMiddleware, isAPIError } from 'better-auth/api'
import { expireCookie, setSessionCookie } from 'better-auth/cookies'
import { generateRandomString, verifyJWT } from 'better-auth/crypto'
import { z } from 'zod'
import { homePath } from '#/auth/home-path.ts'
import { safeRedirect } from '#/auth/safe-redirect.ts'

/*
 * A stranger can sign up with your address and a password of theirs. A click on the mail's link must
 * not open that account for them, nor lead you into an account that they can enter too. So the link
 * confirms and signs in only in the browser that signed up, which has a cookie. In any other browser it
 * leads to a page that asks for a new password; saving that password is what confirms the address.
 */
const lifetimeSeconds = 60 * 60 * 24
/** As long as the link of a password reset. */
const choiceSeconds = 60 * 60

const signedUp = z.object({ user: z.object({ id: z.string() }) })

type EngineContext = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

const registrationOf = (ctx: EngineContext) =>
  ctx.context.createAuthCookie('registration', { maxAge: lifetimeSeconds })
/** Marks the browser whose next password also signs in. */
const choiceOf = (ctx: EngineContext) =>
  ctx.context.createAuthCookie('confirmation', { maxAge: choiceSeconds })

async function remember(
  ctx: EngineContext,
  cookie: ReturnType<typeof registrationOf>,
  userId: string,
) {
  await ctx.setSignedCookie(cookie.name, userId, ctx.context.secret, cookie.attributes)
}

/**
 * After a sign-up. An address that is taken gets the same answer, with the id of nobody; the
 * engine's answer is left out, because its fields could differ.
 */
export const rememberRegistration = createAuthMiddleware(async (ctx) => {
  const answer = signedUp.safeParse(ctx.context.returned)
  if (!answer.success) return
  await remember(ctx, registrationOf(ctx), answer.data.user.id)
  return ctx.json({ status: true })
})

/** Whoever knows the password of an unconfirmed account may confirm it in this browser too. */
export const rememberUnconfirmed = createAuthMiddleware(async (ctx) => {
  const { returned, internalAdapter } = ctx.context
  if (!isAPIError(returned) || returned.body?.code !== 'EMAIL_NOT_VERIFIED') return
  const found = await internalAdapter.findUserByEmail(ctx.body.email)
  if (found) await remember(ctx, registrationOf(ctx), found.user.id)
})

/** Requests whose link is about to confirm an address in the browser that signed up. */
const confirming = new WeakMap<Request, string>()

/** Before a link is used: in another browser nothing is confirmed yet, and a password is asked for. */
export const askForPasswordElsewhere = createAuthMiddleware(async (ctx) => {
  const { internalAdapter, secret } = ctx.context
  const link = linkSchema.safeParse(await verifyJWT(String(ctx.query?.token), secret))
  // The engine says what is wrong with the link.
  if (!link.success || !ctx.request) return
  const found = await internalAdapter.findUserByEmail(link.data.email)
  if (!found || found.user.emailVerified) return
  const { id } = found.user
  const registered = await ctx.getSignedCookie(registrationOf(ctx).name, secret)
  if (registered === id) {
    confirming.set(ctx.request, id)
    return
  }
  const token = generateRandomString(32)
  await internalAdapter.createVerificationValue({
    identifier: `reset-password:${token}`,
    value: id,
    expiresAt: new Date(Date.now() + choiceSeconds * 1_000),
  })
  await remember(ctx, choiceOf(ctx), id)
  const page = new URLSearchParams({ token, confirming: '1', redirect: nextOf(ctx.query) })
  throw ctx.redirect(`/reset-password?${page}`)
})

/** After a link was opened: its answer is a redirect, with an `error` when the link did not hold. */
export const signInAfterConfirmation = createAuthMiddleware(async (ctx) => {
  const { returned, internalAdapter } = ctx.context
  const userId = ctx.request && confirming.get(ctx.request)
  if (!userId || !isAPIError(returned) || returned.status !== 'FOUND') return
  const user = await internalAdapter.findUserById(userId)
  if (user?.emailVerified && (await signInAs(ctx, user))) expireCookie(ctx, registrationOf(ctx))
})

const resetting = new WeakMap<Request, string>()

/** Called by the engine in the course of a reset, which does not say afterwards whose it was. */
export function rememberReset(userId: string, request: Request | undefined) {
  if (request) resetting.set(request, userId)
}

/** After a password was saved in the browser that had been asked for it. */
export const signInAfterChoice = createAuthMiddleware(async (ctx) => {
  const { returned, internalAdapter, secret } = ctx.context
  const userId = ctx.request && resetting.get(ctx.request)
  if (!userId || isAPIError(returned)) return
  const cookie = choiceOf(ctx)
  if ((await ctx.getSignedCookie(cookie.name, secret)) !== userId) return
  expireCookie(ctx, cookie)
  const user = await internalAdapter.findUserById(userId)
  if (user) await signInAs(ctx, user)
})

type User = NonNullable<
  Awaited<ReturnType<EngineContext['context']['internalAdapter']['findUserById']>>
>

async function signInAs(ctx: EngineContext, user: User): Promise<boolean> {
  try {
    const session = await ctx.context.internalAdapter.createSession(user.id)
    await setSessionCookie(ctx, { session, user })
    return true
  } catch (error) {
    // A suspended account stays outside; the page that follows asks to sign in, and says so there.
    if (isAPIError(error)) return false
    throw error
  }
}

/** A link that changes an address is another kind. */
const linkSchema = z.object({ email: z.string(), updateTo: z.undefined().optional() })

/** The link's callback is our page that speaks about it; see account-mails.server.ts. */
function nextOf(query: unknown): string {
  const { callbackURL } = z.object({ callbackURL: z.string() }).safeParse(query).data ?? {}
  const page = callbackURL ? URL.parse(callbackURL, 'https://same-site.invalid') : null
  return safeRedirect(page?.searchParams.get('redirect'), homePath)
}
