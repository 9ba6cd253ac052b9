import { and, eq, gt, ne, sql } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { user, verification } from '#/db/schema/identity.ts'

/** Every link that was sent to this person and waits to be used; the engine stores whose it is. */
export const voidLinks = (userId: string) =>
  asSystem('identity: a new password voids the links from before', (tx) =>
    tx.delete(verification).where(eq(verification.value, userId)),
  )

/**
 * Before a reset link is used: every other link of its person goes, so that of two links used at the
 * same moment one sets a password and the other is refused. `linkId` is the row of the link.
 */
export const keepOnlyLink = (linkId: string, userId: string) =>
  asSystem('identity: one reset link of a person is used at a time', async (tx) => {
    await tx.select({ id: user.id }).from(user).where(eq(user.id, userId)).for('update')
    // The other of two links has voided this one while this transaction waited for the lock.
    const [used] = await tx
      .select({ id: verification.id })
      .from(verification)
      .where(and(eq(verification.id, linkId), gt(verification.expiresAt, sql`now()`)))
    if (!used) return
    await tx
      .delete(verification)
      .where(and(eq(verification.value, userId), ne(verification.id, linkId)))
  })
