import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { subscription } from '#/db/schema/billing.ts'
import { file } from '#/db/schema/files.ts'
import { invitation, member, organization } from '#/db/schema/organizations.ts'
import { user, verification } from '#/db/schema/identity.ts'
import { discardObjects } from '#/features/files/discard-objects.server.ts'
import { Refusal } from '#/rpc/refusal.ts'

type Leaving = { id: string; email: string }

/**
 * Deletes a person with everything that is theirs alone; the rows follow by their foreign keys, the
 * stored files after the commit. Throws OWNS_ORGANIZATIONS with their names while somebody else
 * would be left without an owner, and HAS_SUBSCRIPTION while they still pay.
 */
export async function deleteAccount(person: Leaving): Promise<void> {
  const storageKeys = await asSystem('identity: delete an account', async (tx) => {
    // Nobody can be made the only owner, nor start to pay, while this is decided.
    await tx.select({ id: user.id }).from(user).where(eq(user.id, person.id)).for('update')

    const isOwner = sql<boolean>`'owner' = any(string_to_array(${member.role}, ','))`
    const owned = await tx
      .select({ name: organization.name })
      .from(member)
      .innerJoin(organization, eq(organization.id, member.organizationId))
      .where(
        and(
          eq(member.userId, person.id),
          isOwner,
          sql`not exists (
            select from ${member} other
            where other.organization_id = ${member.organizationId} and other.user_id <> ${person.id}
              and 'owner' = any(string_to_array(other.role, ',')))`,
        ),
      )
    if (owned.length > 0) {
      throw new Refusal('OWNS_ORGANIZATIONS', { names: owned.map(({ name }) => name) })
    }

    const paying = await tx
      .select({ id: subscription.id })
      .from(subscription)
      .where(
        and(
          eq(subscription.referenceId, person.id),
          inArray(subscription.status, ['active', 'trialing', 'past_due']),
        ),
      )
    if (paying.length > 0) throw new Refusal('HAS_SUBSCRIPTION')

    const files = await tx
      .select({ storageKey: file.storageKey })
      .from(file)
      .where(eq(file.userId, person.id))
    await tx.delete(subscription).where(eq(subscription.referenceId, person.id))
    await tx.delete(invitation).where(eq(invitation.email, person.email))
    await tx
      .delete(verification)
      .where(or(eq(verification.value, person.id), eq(verification.identifier, person.email)))
    await tx.delete(user).where(eq(user.id, person.id))
    return files.map(({ storageKey }) => storageKey)
  })
  await discardObjects(storageKeys)
}
