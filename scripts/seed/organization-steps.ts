import { member, organization, organizationProfile } from '#/db/schema/organizations.ts'
import { idOf } from './add-people.ts'
import type { SampleOrganization } from './organizations.ts'
import { daysAgo, minutesAfter } from './times.ts'
import type { Step } from './tell-history.ts'

/** Its founding, and the arrival of each member, in the names of its members. */
export function organizationSteps(
  sample: SampleOrganization,
  stripeCustomerId: string | null,
): Step[] {
  const { id, name, slug, about, website, location, industry, members } = sample
  const founded = daysAgo(sample.foundedDaysAgo)
  const [founder] = members
  if (!founder) throw new Error(`${name} has no members.`)
  return [
    {
      at: founded,
      actorId: idOf(founder.email),
      write: async (tx) => {
        await tx
          .insert(organization)
          .values({ id, name, slug, stripeCustomerId, createdAt: founded })
        await tx
          .insert(organizationProfile)
          .values({ organizationId: id, about, website, location, industry })
      },
    },
    ...members.map(({ email, role }, index): Step => {
      const createdAt = minutesAfter(founded, index * 90)
      const userId = idOf(email)
      const row = { id: Bun.randomUUIDv7(), organizationId: id, userId, role, createdAt }
      return { at: createdAt, actorId: userId, write: (tx) => tx.insert(member).values(row) }
    }),
  ]
}
