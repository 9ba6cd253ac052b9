import { eq } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { subscription } from '#/platform/billing/tables.ts'
import { session } from '#/db/schema/identity.ts'
import { usageCounter } from '#/platform/billing/tables.ts'
import { organization } from '#/db/schema/organizations.ts'
import { each, listedFeatures } from '#/define-feature.server.ts'
import { couldBeCharged, withStripeLeft } from '#/platform/billing/leave-stripe.server.ts'
import { Refusal } from '#/rpc/refusal.ts'

/**
 * Everything of the organisation follows by its foreign keys, at once; the files stay with the
 * candidates who own them. The engine would delete the members first, in a step of its own, and
 * leave half an organisation behind when the next step fails. Throws NAME_DIFFERS, HAS_SUBSCRIPTION while
 * something could still be charged, and PAYMENT_PROVIDER_FAILED when that cannot be known.
 */
export async function deleteOrganization(
  { organizationId, name }: { organizationId: string; name: string },
  typedName: string,
): Promise<void> {
  if (typedName.trim() !== name) throw new Refusal('NAME_DIFFERS')
  const payer = { referenceId: organizationId, customerType: 'organization' as const }
  const features = await listedFeatures()
  const erasures = each(features, 'eraseOrganization')
  await withStripeLeft(payer, () => deleteRows(organizationId, erasures))
}

type Erase = (tx: Tx, organizationId: string) => Promise<void>

const deleteRows = (organizationId: string, erasures: Erase[]) =>
  asSystem('organizations: delete one with all that it holds', async (tx) => {
    await tx
      .select({ id: organization.id })
      .from(organization)
      .where(eq(organization.id, organizationId))
      .for('update')
    const [paying] = await tx
      .select({ id: subscription.id })
      .from(subscription)
      .where(couldBeCharged({ referenceId: organizationId }))
      .limit(1)
    if (paying) throw new Refusal('HAS_SUBSCRIPTION')
    await tx.delete(subscription).where(eq(subscription.referenceId, organizationId))
    await tx.delete(usageCounter).where(eq(usageCounter.subject, `organization:${organizationId}`))
    for (const erase of erasures) await erase(tx, organizationId)
    await tx
      .update(session)
      .set({ activeOrganizationId: null })
      .where(eq(session.activeOrganizationId, organizationId))
    await tx.delete(organization).where(eq(organization.id, organizationId))
  })
