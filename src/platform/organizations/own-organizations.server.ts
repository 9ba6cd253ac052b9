import { asc, eq } from 'drizzle-orm'
import { highestRole } from '#/auth/permissions.ts'
import { asUser, type MemberActor } from '#/db/access.server.ts'
import { member, organization } from '#/db/schema/organizations.ts'
import type { OwnOrganization } from './contract.ts'
import { readNumbers } from './organization-numbers.server.ts'

/** By name. One transaction each: a person works in one organisation at a time. */
export async function listOwnOrganizations(userId: string): Promise<OwnOrganization[]> {
  const organizations = await asUser({ userId }, (tx) =>
    tx
      .select({
        id: organization.id,
        slug: organization.slug,
        name: organization.name,
        role: member.role,
      })
      .from(member)
      .innerJoin(organization, eq(organization.id, member.organizationId))
      .where(eq(member.userId, userId))
      .orderBy(asc(organization.name), asc(organization.id)),
  )
  return Promise.all(
    organizations.map(async ({ id, role, ...shown }) => ({
      ...shown,
      role: highestRole(role),
      numbers: await countAtHome({ userId, organizationId: id }),
    })),
  )
}

const countAtHome = ({ userId, organizationId }: MemberActor) =>
  asUser({ userId, organizationId }, async (tx) => {
    const numbers = await readNumbers(tx, [organizationId], ({ atHome }) => atHome !== undefined)
    return numbers.get(organizationId) ?? {}
  })
