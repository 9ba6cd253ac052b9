import { eq } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import { organization } from '#/db/schema/organizations.ts'
import { Refusal } from '#/rpc/refusal.ts'

/**
 * Until the transaction ends, who else invites to or joins this organisation waits, so that what was
 * counted or looked for stays true. Throws NOT_FOUND.
 */
export async function lockOrganization(
  tx: Tx,
  organizationId: string,
): Promise<{ name: string; slug: string }> {
  const [found] = await tx
    .select({ name: organization.name, slug: organization.slug })
    .from(organization)
    .where(eq(organization.id, organizationId))
    .for('no key update')
  if (!found) throw new Refusal('NOT_FOUND')
  return found
}
