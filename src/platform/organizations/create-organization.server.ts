import { count, eq, sql } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { member, organization, organizationProfile } from '#/db/schema/organizations.ts'
import { violatedConstraint } from '#/db/violated-constraint.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { NewOrganization } from './organization-fields.ts'

/** Of which one person is a member, when they create another. */
const organizationLimit = 10

/**
 * With its owner and its profile, or not at all. The engine would store them one after the other, and
 * an organisation without an owner keeps its address for ever. Throws SLUG_TAKEN and
 * TOO_MANY_ORGANIZATIONS.
 */
export async function createOrganization(
  userId: string,
  { name, slug, website, location, about }: NewOrganization,
): Promise<{ slug: string }> {
  const organizationId = Bun.randomUUIDv7()
  try {
    await asSystem('organizations: create one with its owner and profile', async (tx) => {
      // One at a time for a person, so that two cannot both take the last place.
      const lock = `create-organization:${userId}`
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`)
      const [own] = await tx
        .select({ number: count() })
        .from(member)
        .where(eq(member.userId, userId))
      if ((own?.number ?? 0) >= organizationLimit) throw new Refusal('TOO_MANY_ORGANIZATIONS')
      await tx.insert(organization).values({ id: organizationId, name, slug })
      await tx
        .insert(member)
        .values({ id: Bun.randomUUIDv7(), organizationId, userId, role: 'owner' })
      await tx.insert(organizationProfile).values({
        organizationId,
        website: website ?? null,
        location: location || null,
        about: about ?? '',
      })
    })
  } catch (error) {
    const isTaken = violatedConstraint(error) === 'organization_slug_unique'
    throw isTaken ? new Refusal('SLUG_TAKEN') : error
  }
  return { slug }
}
