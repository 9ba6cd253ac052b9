import { asUser } from '#/db/access.server.ts'
import { organizationProfile } from '#/db/schema/organizations.ts'
import { askEngine } from './ask-engine.server.ts'
import type { NewOrganization } from './organization-fields.ts'

/** Throws SLUG_TAKEN and TOO_MANY_ORGANIZATIONS. */
export async function createOrganization(
  headers: Headers,
  userId: string,
  { name, slug, website, location, about }: NewOrganization,
): Promise<{ slug: string }> {
  const { id } = await askEngine((api) =>
    api.createOrganization({ headers, body: { name, slug, keepCurrentActiveOrganization: true } }),
  )
  await asUser({ userId, organizationId: id }, (tx) =>
    tx.insert(organizationProfile).values({
      organizationId: id,
      website: website ?? null,
      location: location || null,
      about: about ?? '',
    }),
  )
  return { slug }
}
