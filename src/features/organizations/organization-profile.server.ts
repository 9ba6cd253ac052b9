import { count, eq } from 'drizzle-orm'
import { asSystem, asUser } from '#/db/access.server.ts'
import { application } from '#/db/schema/applications.ts'
import { job } from '#/db/schema/jobs.ts'
import { member, organization, organizationProfile } from '#/db/schema/organizations.ts'
import { renameCustomer } from '#/features/billing/stripe-customer.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { OrganizationProfile } from './contract.ts'
import type { ProfileFields } from './organization-fields.ts'

type InOrganization = { userId: string; organizationId: string }

export async function readProfile(actor: InOrganization): Promise<OrganizationProfile> {
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
    const howMany = async (table: typeof member | typeof job | typeof application) => {
      const [row] = await tx
        .select({ number: count() })
        .from(table)
        .where(eq(table.organizationId, organizationId))
      return row?.number ?? 0
    }
    const holds = {
      members: await howMany(member),
      jobs: await howMany(job),
      applications: await howMany(application),
    }
    return { ...found, about: found.about ?? '', holds }
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
