import { isAPIError } from 'better-auth/api'
import type { z } from 'zod'
import { auth } from '#/auth/auth.server.ts'
import { countAttempt } from '#/auth/rate-limit.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { changePasswordInput, updateAccountInput } from './contract.ts'
import { voidLinks } from './void-links.server.ts'

export async function updateAccount(
  headers: Headers,
  input: Partial<z.infer<typeof updateAccountInput>>,
) {
  // The engine refuses a change of nothing.
  if (Object.values(input).every((value) => value === undefined)) return
  await (await auth()).api.updateUser({ headers, body: input })
}

/**
 * Who sits at an open session must not be able to guess the password at leisure.
 * Throws RATE_LIMITED or WRONG_PASSWORD.
 */
export async function checkPassword(headers: Headers, userId: string, password: string) {
  const limit = { max: 10, windowSeconds: 15 * 60 }
  const { allowed, retryAfterSeconds } = await countAttempt(`check-password:${userId}`, limit)
  if (!allowed) throw new Refusal('RATE_LIMITED', { retryAfterSeconds })
  await (await auth()).api.verifyPassword({ headers, body: { password } }).catch(refuseWrong)
}

function refuseWrong(error: unknown): never {
  if (isAPIError(error) && error.body?.code === 'INVALID_PASSWORD') {
    throw new Refusal('WRONG_PASSWORD')
  }
  throw error
}

/** The session that asks goes on; all others end. */
export async function changePassword(
  headers: Headers,
  userId: string,
  input: z.infer<typeof changePasswordInput>,
) {
  await checkPassword(headers, userId, input.currentPassword)
  const { api } = await auth()
  // Before as well, so that a crash in between leaves nobody in who knows the old one.
  await Promise.all([api.revokeOtherSessions({ headers }), voidLinks(userId)])
  // Another change may have come first.
  await api.changePassword({ headers, body: input }).catch(refuseWrong)
  await Promise.all([api.revokeOtherSessions({ headers }), voidLinks(userId)])
}
