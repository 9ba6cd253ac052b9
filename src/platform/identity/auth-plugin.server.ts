import type { BetterAuthOptions, BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware, isAPIError } from 'better-auth/api'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { asSystem } from '#/db/access.server.ts'
import { user as users } from '#/db/schema/identity.ts'
import {
  sendExistingAccountNote,
  sendResetLink,
  sendVerificationLink,
} from './account-mails.server.ts'
import {
  askForPasswordElsewhere,
  rememberRegistration,
  rememberReset,
  rememberUnconfirmed,
  signInAfterChoice,
  signInAfterConfirmation,
} from './confirm-in-same-browser.server.ts'
import { addressInput, resetPasswordInput, signInInput, signUpInput } from './contract.ts'
import { liftLimit, limitAccount } from './engine-limits.server.ts'
import { refuseOutdatedPassword, rememberPassword } from './password-at-sign-in.server.ts'
import { passwordLength } from './password-rules.ts'
import { keepOnlyLink, voidLinks } from './void-links.server.ts'

export const identityOptions = {
  emailAndPassword: {
    enabled: true,
    requireEmailVerification: true,
    minPasswordLength: passwordLength.min,
    maxPasswordLength: passwordLength.max,
    revokeSessionsOnPasswordReset: true,
    resetPasswordTokenExpiresIn: 3_600,
    sendResetPassword: sendResetLink,
    onExistingUserSignUp: sendExistingAccountNote,
    // Whoever opened the link reads the mailbox, which is all that a verification would prove.
    onPasswordReset: async ({ user }, request) => {
      rememberReset(user.id, request)
      await voidLinks(user.id)
      await asSystem('identity: a reset password proves the address', (tx) =>
        tx.update(users).set({ emailVerified: true }).where(eq(users.id, user.id)),
      )
      await liftLimit('sign-in', user.email)
    },
  },
  emailVerification: {
    sendOnSignUp: true,
    sendOnSignIn: false,
    autoSignInAfterVerification: false,
    expiresIn: 3_600,
    sendVerificationEmail: sendVerificationLink,
  },
} satisfies BetterAuthOptions

/**
 * What may be called from outside. Everything else that the engine and its plugins offer (changing
 * roles, impersonation, updating a user) is reached through our procedures or not at all.
 */
const outside = [
  /^\/(sign-up|sign-in)\/email$/,
  /^\/(sign-out|get-session|ok|error)$/,
  /^\/(verify-email|send-verification-email)$/,
  /^\/(request-password-reset|reset-password(\/[^/]+)?)$/,
  /^\/stripe\/webhook$/,
  /^\/subscription\/(success|cancel\/callback)$/,
]

/** Pads the answer of what takes longer for an address that has an account. */
const answerFloor = 350
const padded = ['/sign-up/email', '/request-password-reset', '/send-verification-email']
const startedAt = new WeakMap<Request, number>()

/** Nothing else: the engine would store a picture's address from here as it is. */
const signUpRequest = signUpInput.extend({ callbackURL: z.string().max(2_000).optional() }).strict()
/** The engine would take a token from the address too, past the hook that looks it up. */
const resetRequest = resetPasswordInput.extend({ token: z.string().max(200) }).strict()

function parse<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new APIError('BAD_REQUEST', { code: 'INVALID_INPUT', message: issue?.path.join('.') ?? '' })
}

const on = (...paths: string[]) => ({
  matcher: ({ path }: { path?: string }) => path !== undefined && paths.includes(path),
})

/** Rules of our own around the engine's sign-up, sign-in and passwords. */
export const identityPlugin = () =>
  ({
    id: 'identity',
    async onRequest(request, { options }) {
      const path = new URL(request.url).pathname.slice((options.basePath ?? '').length)
      if (outside.some((pattern) => pattern.test(path))) return
      return { response: Response.json({ code: 'NOT_FOUND' }, { status: 404 }) }
    },
    hooks: {
      before: [
        {
          ...on(...padded),
          handler: createAuthMiddleware(async ({ request }) => {
            if (request) startedAt.set(request, performance.now())
          }),
        },
        {
          ...on('/sign-up/email'),
          handler: createAuthMiddleware(async ({ body }) => {
            const input = parse(signUpRequest, body)
            await limitAccount('sign-up', input.email)
            return { context: { body: input } }
          }),
        },
        {
          ...on('/sign-in/email'),
          handler: createAuthMiddleware(async (ctx) => {
            const input = parse(signInInput, ctx.body)
            await limitAccount('sign-in', input.email)
            await rememberPassword(ctx, input.email)
            return { context: { body: input } }
          }),
        },
        {
          ...on('/send-verification-email'),
          handler: createAuthMiddleware(async ({ body }) => {
            const input = parse(addressInput, body)
            await limitAccount('verification-mail', input.email)
            return { context: { body: input } }
          }),
        },
        {
          ...on('/request-password-reset'),
          handler: createAuthMiddleware(async ({ body }) => {
            const input = parse(addressInput, body)
            await limitAccount('reset-mail', input.email)
            return { context: { body: input } }
          }),
        },
        {
          ...on('/reset-password'),
          handler: createAuthMiddleware(async ({ body, context }) => {
            const input = parse(resetRequest, body)
            const link = await context.internalAdapter.findVerificationValue(
              `reset-password:${input.token}`,
            )
            if (link) await keepOnlyLink(link.id, link.value)
            return { context: { body: input } }
          }),
        },
        { ...on('/verify-email'), handler: askForPasswordElsewhere },
      ],
      after: [
        { ...on('/sign-in/email'), handler: refuseOutdatedPassword },
        { ...on('/sign-up/email'), handler: rememberRegistration },
        { ...on('/sign-in/email'), handler: rememberUnconfirmed },
        { ...on('/verify-email'), handler: signInAfterConfirmation },
        { ...on('/reset-password'), handler: signInAfterChoice },
        {
          ...on('/sign-in/email'),
          handler: createAuthMiddleware(async ({ body, context }) => {
            if (context.newSession) await liftLimit('sign-in', body.email)
          }),
        },
        {
          ...on(...padded),
          handler: createAuthMiddleware(async ({ request, context }) => {
            const started = request && startedAt.get(request)
            if (!started || isAPIError(context.returned)) return
            await Bun.sleep(Math.max(0, answerFloor - (performance.now() - started)))
          }),
        },
      ],
    },
  }) satisfies BetterAuthPlugin
