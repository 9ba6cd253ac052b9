import { APIError } from 'better-auth/api'
import { countAttempt, forgetAttempts, type Limit } from '#/auth/rate-limit.server.ts'

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

const keyOf = (action: LimitedAction, email: string) => `${action}:${email.trim().toLowerCase()}`

/** Throws the engine's 429 with X-Retry-After in seconds. */
export async function limitAccount(action: LimitedAction, email: string) {
  const { allowed, retryAfterSeconds } = await countAttempt(keyOf(action, email), limits[action])
  if (allowed) return
  throw new APIError(
    'TOO_MANY_REQUESTS',
    { code: 'RATE_LIMITED', message: 'Too many attempts' },
    { 'X-Retry-After': String(retryAfterSeconds) },
  )
}

export const liftLimit = (action: LimitedAction, email: string) =>
  forgetAttempts(keyOf(action, email))
