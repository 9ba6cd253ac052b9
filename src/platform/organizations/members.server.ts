import { and, asc, eq } from 'drizzle-orm'
import { type Role, roles } from '#/auth/organization-roles.ts'
import { highestRole } from '#/auth/permissions.ts'
import { asSystem, asUser, type MemberActor } from '#/db/access.server.ts'
import { user } from '#/db/schema/identity.ts'
import { invitation, member } from '#/db/schema/organizations.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { askEngine } from './ask-engine.server.ts'
import type { Colleague } from './contract.ts'

/** Owners first, then by name. */
export async function listMembers(actor: MemberActor): Promise<Colleague[]> {
  const rows = await asUser(actor, (tx) =>
    tx
      .select({
        id: member.id,
        userId: member.userId,
        name: user.name,
        email: user.email,
        role: member.role,
        joinedAt: member.createdAt,
      })
      .from(member)
      .innerJoin(user, eq(user.id, member.userId))
      .where(eq(member.organizationId, actor.organizationId))
      .orderBy(asc(user.name), asc(user.id)),
  )
  return rows
    .map((row) => ({ ...row, role: highestRole(row.role) }))
    .toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role))
}

/** An admin neither makes nor unmakes an owner: FORBIDDEN. Throws LAST_OWNER too. */
export async function changeRole(
  headers: Headers,
  actor: MemberActor,
  { memberId, role }: { memberId: string; role: Role },
): Promise<void> {
  const { userId } = await findMember(actor, memberId)
  const { organizationId } = actor
  await askEngine((api) =>
    api.updateMemberRole({ headers, body: { organizationId, memberId, role } }),
  )
  if (role !== 'owner') await withdrawInvitationsOf(organizationId, userId)
}

export async function removeMember(
  headers: Headers,
  actor: MemberActor & { role: Role },
  memberId: string,
): Promise<void> {
  const found = await findMember(actor, memberId)
  const { organizationId } = actor
  // The engine answers as if an admin who removes an owner were the last owner.
  if (found.role === 'owner' && actor.role !== 'owner') throw new Refusal('FORBIDDEN')
  await askEngine((api) =>
    api.removeMember({ headers, body: { organizationId, memberIdOrEmail: memberId } }),
  )
  await withdrawInvitationsOf(organizationId, found.userId)
}

export async function leaveOrganization(headers: Headers, actor: MemberActor): Promise<void> {
  const { organizationId, userId } = actor
  await askEngine((api) => api.leaveOrganization({ headers, body: { organizationId } }))
  await withdrawInvitationsOf(organizationId, userId)
}

/** Throws NOT_FOUND for a member of another organisation as for none. */
async function findMember(actor: MemberActor, memberId: string) {
  const [found] = await asUser(actor, (tx) =>
    tx
      .select({ userId: member.userId, role: member.role })
      .from(member)
      .where(and(eq(member.id, memberId), eq(member.organizationId, actor.organizationId))),
  )
  if (!found) throw new Refusal('NOT_FOUND')
  return { userId: found.userId, role: highestRole(found.role) }
}

/** Otherwise somebody could invite a second address before being removed, and come back with it. */
const withdrawInvitationsOf = (organizationId: string, userId: string) =>
  asSystem('organizations: who may not invite any more has no open invitations', (tx) =>
    tx
      .update(invitation)
      .set({ status: 'canceled' })
      .where(
        and(
          eq(invitation.organizationId, organizationId),
          eq(invitation.inviterId, userId),
          eq(invitation.status, 'pending'),
        ),
      ),
  )
