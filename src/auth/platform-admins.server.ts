import { and, eq, not, sql } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import { user } from '#/db/schema/identity.ts'

/** True when nobody would be left to administer the platform without this person, until `tx` ends. */
export async function isLastAdmin(tx: Tx, userId: string): Promise<boolean> {
  const admins = await lockAdmins(tx)
  return admins.includes(userId) && admins.length === 1
}

/** Confirmed and not suspended. */
export const isActive = and(
  eq(user.emailVerified, true),
  not(
    sql`(coalesce(${user.banned}, false) and (${user.banExpires} is null or ${user.banExpires} > now()))`,
  ),
)

/**
 * The active admins, locked in one order until the transaction ends: two who take each other's role
 * at the same moment go one after the other, and the second finds that it is no admin any more.
 */
export async function lockAdmins(tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.role, 'admin'), isActive))
    .orderBy(user.id)
    .for('update')
  return rows.map(({ id }) => id)
}
