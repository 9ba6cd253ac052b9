import type { z } from 'zod'
import { auth } from '#/auth/auth.server.ts'
import { rememberSessions } from '#/auth/suspended-sessions.server.ts'
import { log } from '#/observability/log.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { suspendInput } from './contract.ts'
import { readUser } from './read-user.server.ts'

const secondsInDay = 24 * 60 * 60

/** Whose hands did it, for the log. `headers` carry the admin's session to the auth engine. */
type Admin = { id: string; headers: Headers }

/**
 * Throws NOT_FOUND, CANNOT_SUSPEND_YOURSELF or CANNOT_SUSPEND_ADMIN: an admin's role is taken first.
 */
export async function suspendUser(
  admin: Admin,
  { userId, reason, days }: z.infer<typeof suspendInput>,
) {
  if (userId === admin.id) throw new Refusal('CANNOT_SUSPEND_YOURSELF')
  const target = await readUser(userId)
  if (target.role === 'admin') throw new Refusal('CANNOT_SUSPEND_ADMIN')
  await rememberSessions(userId)
  const banExpiresIn = days && days * secondsInDay
  const { api } = await auth()
  await api.banUser({ headers: admin.headers, body: { userId, banReason: reason, banExpiresIn } })
  log.warn({ admin: admin.id, user: userId, reason, days }, 'account suspended')
}

export async function restoreUser(admin: Admin, userId: string) {
  await readUser(userId)
  const { api } = await auth()
  await api.unbanUser({ headers: admin.headers, body: { userId } })
  log.warn({ admin: admin.id, user: userId }, 'suspension lifted')
}
