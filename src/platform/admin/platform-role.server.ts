import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { isActive, lockAdmins } from '#/auth/platform-admins.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { user } from '#/db/schema/identity.ts'
import { log } from '#/observability/log.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { roleInput } from './contract.ts'

/**
 * Grants or takes the role that opens the administration; the trail of the table records it. It holds
 * from the person's next request on. Doing it again changes nothing. Throws NOT_FOUND, NOT_ACTIVE for
 * a suspended or unconfirmed account, and LAST_ADMIN.
 */
export async function setPlatformRole(
  adminId: string,
  { userId, role }: z.infer<typeof roleInput>,
): Promise<void> {
  const changed = await asSystem('admin: set the platform role of a user', async (tx) => {
    const admins = await lockAdmins(tx)
    // Another admin may have taken the caller's role while this waited.
    if (!admins.includes(adminId)) throw new Refusal('NOT_FOUND')
    const [target] = await tx
      .select({ role: user.role, isActive: sql<boolean>`${isActive}` })
      .from(user)
      .where(eq(user.id, userId))
      .for('update')
    if (!target) throw new Refusal('NOT_FOUND')
    if (target.role === role) return false
    if (role === 'admin' && !target.isActive) throw new Refusal('NOT_ACTIVE')
    if (role === 'user' && admins.every((id) => id === userId)) throw new Refusal('LAST_ADMIN')
    await tx.update(user).set({ role }).where(eq(user.id, userId))
    return true
  })
  if (changed) log.warn({ admin: adminId, user: userId, role }, 'admin.role_changed')
}
