import { and, eq, notInArray, or, sql } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { subscription } from '#/db/schema/billing.ts'
import { file } from '#/db/schema/files.ts'
import { invitation, member, organization } from '#/db/schema/organizations.ts'
import { user, verification } from '#/db/schema/identity.ts'
import { endedStatuses, withStripeLeft } from '#/features/billing/leave-stripe.server.ts'
import { withFilesDiscarded } from '#/features/files/discard-objects.server.ts'
import { Refusal } from '#/rpc/refusal.ts'

type Leaving = { id: string; email: string }

/**
 * Deletes a person with everything that is theirs alone: the rows follow by their foreign keys, then
 * the stored files and the customer at Stripe. Throws OWNS_ORGANIZATIONS with their names while
 * somebody else would be left without an owner, HAS_SUBSCRIPTION while they could still be charged,
 * and PAYMENT_PROVIDER_FAILED when that cannot be known.
 */
export async function deleteAccount(person: Leaving): Promise<void> {
  const files = await asSystem('identity: files of an account', (tx) =>
    tx
      .select({ id: file.id, storageKey: file.storageKey })
      .from(file)
      .where(eq(file.userId, person.id)),
  )
  const payer = { referenceId: person.id, customerType: 'user' as const }
  await withStripeLeft(payer, () => withFilesDiscarded(files, () => deleteRows(person)))
}

const deleteRows = (person: Leaving) =>
  asSystem('identity: delete an account', async (tx) => {
    // Nobody can be made the only owner while this is decided.
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
          notInArray(subscription.status, endedStatuses),
        ),
      )
    if (paying.length > 0) throw new Refusal('HAS_SUBSCRIPTION')

    await tx.delete(subscription).where(eq(subscription.referenceId, person.id))
    await tx.delete(invitation).where(eq(invitation.email, person.email))
    await tx
      .delete(verification)
      .where(or(eq(verification.value, person.id), eq(verification.identifier, person.email)))
    await tx.delete(user).where(eq(user.id, person.id))
  })
