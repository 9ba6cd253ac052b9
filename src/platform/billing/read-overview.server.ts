import { eq } from 'drizzle-orm'
import { type Actor, asUser } from '#/db/access.server.ts'
import { member, organization } from '#/db/schema/organizations.ts'
import type { Overview } from './contract.ts'
import { organizationPays, personPays } from './payer.server.ts'
import { readStanding } from './read-standing.server.ts'

/** What somebody, and each organisation that they run, has. */
export async function readOverview({ userId }: Actor): Promise<Overview> {
  if (!userId) return { mine: null, organizations: [] }
  const organizations = []
  for (const { organizationId, slug, name } of await organizationsRunBy(userId)) {
    const payer = organizationPays({ userId, organizationId }, { organizationId, slug })
    organizations.push({ slug, name, standing: await readStanding(payer) })
  }
  return { mine: await readStanding(personPays(userId)), organizations }
}

const organizationsRunBy = (userId: string) =>
  asUser({ userId }, async (tx) => {
    const rows = await tx
      .select({
        organizationId: organization.id,
        slug: organization.slug,
        name: organization.name,
        role: member.role,
      })
      .from(member)
      .innerJoin(organization, eq(organization.id, member.organizationId))
      .where(eq(member.userId, userId))
      .orderBy(organization.name, organization.id)
    return rows.filter(({ role }) => runsOrganization(role))
  })

/** Only owners and admins decide what their organisation pays. */
export const runsOrganization = (roles: string) =>
  roles.split(',').some((role) => role === 'owner' || role === 'admin')
