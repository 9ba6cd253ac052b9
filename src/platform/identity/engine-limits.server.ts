import { APIError } from 'better-auth/api'
import { mailboxOf } from '#/auth/mailbox.ts'
import { type Attempt, countAttempt, forgetAttempts, type Limit } from '#/auth/rate-limit.server.ts'

/**
 * Limits for one account, beside the limits for one client address: a list of a thousand addresses
 * gets no further with a password than one does. They count for unknown addresses just the same.
 * The price: whoever knows an address can keep its owner from signing in by password for a while;
 * a new password by mail lifts the limit.
 */
const limits = {
  'sign-in': { max: 10, windowSeconds: 15 * 60 },
  'sign-up': { max: 5, windowSeconds: 60 * 60 },
  'verification-mail': { max: 4, windowSeconds: 15 * 60 },
  'reset-mail': { max: 4, windowSeconds: 15 * 60 },
} satisfies Record<string, Limit>

export type LimitedAction = keyof typeof limits

/** Mails to one inbox within a day, from anybody who knows its address. */
const mailsPerDay = { max: 10, windowSeconds: 24 * 60 * 60 }
const mailing = new Set<LimitedAction>(['sign-up', 'verification-mail', 'reset-mail'])

const keyOf = (action: LimitedAction, email: string) => `${action}:${email.trim().toLowerCase()}`

/** Throws the engine's 429 with X-Retry-After in seconds. */
export async function limitAccount(action: LimitedAction, email: string) {
  refuseOver(await countAttempt(keyOf(action, email), limits[action]))
  if (!mailing.has(action)) return
  refuseOver(await countAttempt(`${action}-day:${mailboxOf(email)}`, mailsPerDay))
}

function refuseOver({ allowed, retryAfterSeconds }: Attempt) {
  if (allowed) return
  throw new APIError(
    'TOO_MANY_REQUESTS',
    { code: 'RATE_LIMITED', message: 'Too many attempts' },
    { 'X-Retry-After': String(retryAfterSeconds) },
  )
}

export const liftLimit = (action: LimitedAction, email: string) =>
  forgetAttempts(keyOf(action, email))
