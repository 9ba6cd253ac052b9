import { and, asc, count, eq } from 'drizzle-orm'
import { highestRole } from '#/auth/permissions.ts'
import { asUser } from '#/db/access.server.ts'
import { isOpen } from '#/db/open-job.ts'
import { application } from '#/db/schema/applications.ts'
import { job } from '#/db/schema/jobs.ts'
import { member, organization } from '#/db/schema/organizations.ts'
import type { OwnOrganization } from './contract.ts'

/** By name. One transaction each: a person sees the applications to one organisation at a time. */
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
      .orderBy(asc(organization.name)),
  )
  return Promise.all(
    organizations.map(async ({ id, role, ...shown }) => ({
      ...shown,
      role: highestRole(role),
      ...(await countWhatWaits({ userId, organizationId: id })),
    })),
  )
}

const countWhatWaits = (actor: { userId: string; organizationId: string }) =>
  asUser(actor, async (tx) => {
    const [open] = await tx
      .select({ jobs: count() })
      .from(job)
      .where(and(eq(job.organizationId, actor.organizationId), isOpen))
    const [waiting] = await tx
      .select({ applications: count() })
      .from(application)
      .where(
        and(eq(application.organizationId, actor.organizationId), eq(application.status, 'new')),
      )
    return { openJobs: open?.jobs ?? 0, newApplications: waiting?.applications ?? 0 }
  })
