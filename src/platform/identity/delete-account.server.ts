import { and, eq, or, sql } from 'drizzle-orm'
import { forgetJobsOf } from '#/adapters/queue.server.ts'
import { isLastAdmin } from '#/auth/platform-admins.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { subscription } from '#/platform/billing/tables.ts'
import { usageCounter } from '#/platform/billing/tables.ts'
import { file } from '#/platform/files/tables.ts'
import { invitation, member, organization } from '#/db/schema/organizations.ts'
import { user, verification } from '#/db/schema/identity.ts'
import { couldBeCharged, withStripeLeft } from '#/platform/billing/leave-stripe.server.ts'
import { withFilesDiscarded } from '#/platform/files/discard-objects.server.ts'
import { Refusal } from '#/rpc/refusal.ts'

type Leaving = { id: string; email: string }

/**
 * Deletes a person with everything that is theirs alone: the rows follow by their foreign keys, then
 * the stored files and the customer at Stripe. Throws OWNS_ORGANIZATIONS with their names while
 * somebody else would be left without an owner, LAST_ADMIN, HAS_SUBSCRIPTION while they could still be charged,
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
    if (await isLastAdmin(tx, person.id)) throw new Refusal('LAST_ADMIN')
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
      .where(couldBeCharged({ referenceId: person.id }))
    if (paying.length > 0) throw new Refusal('HAS_SUBSCRIPTION')

    await tx.delete(subscription).where(eq(subscription.referenceId, person.id))
    await tx.delete(invitation).where(eq(invitation.email, person.email))
    await tx
      .delete(verification)
      .where(or(eq(verification.value, person.id), eq(verification.identifier, person.email)))
    await tx.delete(usageCounter).where(eq(usageCounter.subject, `user:${person.id}`))
    await forgetJobsOf(tx, person)
    await tx.delete(user).where(eq(user.id, person.id))
  })
