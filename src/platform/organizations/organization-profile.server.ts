import { count, eq } from 'drizzle-orm'
import { asSystem, asUser, type MemberActor } from '#/db/access.server.ts'
import { member, organization, organizationProfile } from '#/db/schema/organizations.ts'
import { renameCustomer } from '#/platform/billing/stripe-customer.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { OrganizationProfile } from './contract.ts'
import type { ProfileFields } from './organization-fields.ts'
import { readNumbers, readPages } from './organization-numbers.server.ts'

export async function readProfile(actor: MemberActor): Promise<OrganizationProfile> {
  const { organizationId } = actor
  return asUser(actor, async (tx) => {
    const [found] = await tx
      .select({
        name: organization.name,
        slug: organization.slug,
        website: organizationProfile.website,
        location: organizationProfile.location,
        industry: organizationProfile.industry,
        about: organizationProfile.about,
      })
      .from(organization)
      .leftJoin(organizationProfile, eq(organizationProfile.organizationId, organization.id))
      .where(eq(organization.id, organizationId))
    if (!found) throw new Refusal('NOT_FOUND')
    const [members] = await tx
      .select({ number: count() })
      .from(member)
      .where(eq(member.organizationId, organizationId))
    const ids = [organizationId]
    const numbers = await readNumbers(tx, ids, ({ isLost }) => isLost === true)
    return {
      ...found,
      about: found.about ?? '',
      isPublic: (await readPages(tx, ids)).has(organizationId),
      holds: { members: members?.number ?? 0, numbers: numbers.get(organizationId) ?? {} },
    }
  })
}

/**
 * The whole form: what is absent is emptied. Name and profile change together; the name on future
 * invoices follows.
 */
export async function updateProfile(
  { organizationId, name: before }: { organizationId: string; name: string },
  { name, website, location, industry, about }: ProfileFields,
): Promise<void> {
  const profile = {
    website: website ?? null,
    location: location || null,
    industry: industry || null,
    about: about ?? '',
  }
  await asSystem('organizations: change the name and the profile', async (tx) => {
    await tx.update(organization).set({ name }).where(eq(organization.id, organizationId))
    await tx
      .insert(organizationProfile)
      .values({ organizationId, ...profile })
      .onConflictDoUpdate({ target: organizationProfile.organizationId, set: profile })
  })
  if (name !== before) await renameCustomer(organizationId, name)
}
