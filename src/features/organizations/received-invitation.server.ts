import { and, eq } from 'drizzle-orm'
import { highestRole } from '#/auth/permissions.ts'
import { asSystem, asUser } from '#/db/access.server.ts'
import { user } from '#/db/schema/identity.ts'
import { invitation, member, organization } from '#/db/schema/organizations.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { askEngine } from './ask-engine.server.ts'
import type { ReceivedInvitation } from './contract.ts'

const states = {
  pending: 'pending',
  accepted: 'accepted',
  rejected: 'declined',
  canceled: 'cancelled',
} as const

/** The id is the secret of the mail's link: whoever has it may read this much. */
export async function readReceivedInvitation(invitationId: string): Promise<ReceivedInvitation> {
  const [found] = await asSystem('organizations: an invitation, for who has its link', (tx) =>
    tx
      .select({
        id: invitation.id,
        email: invitation.email,
        role: invitation.role,
        status: invitation.status,
        expiresAt: invitation.expiresAt,
        invitedBy: user.name,
        organization: { name: organization.name, slug: organization.slug },
      })
      .from(invitation)
      .innerJoin(organization, eq(organization.id, invitation.organizationId))
      .innerJoin(user, eq(user.id, invitation.inviterId))
      .where(eq(invitation.id, invitationId)),
  )
  if (!found) throw new Refusal('NOT_FOUND')
  const { status, role, ...rest } = found
  const answered = Object.entries(states).find(([stored]) => stored === status)?.[1] ?? 'cancelled'
  const isOver = answered === 'pending' && rest.expiresAt < new Date()
  return { ...rest, role: highestRole(role), state: isOver ? 'expired' : answered }
}

/** Throws INVITATION_GONE, OTHER_RECIPIENT and ORGANIZATION_FULL. */
export async function answerInvitation(
  headers: Headers,
  userId: string,
  { invitationId, answer }: { invitationId: string; answer: 'accept' | 'decline' },
): Promise<{ organizationSlug: string }> {
  const { organization: tenant } = await readReceivedInvitation(invitationId)
  const body = { invitationId }
  if (answer === 'decline') await askEngine((api) => api.rejectInvitation({ headers, body }))
  else if (!(await isMember(userId, tenant.slug))) {
    await askEngine((api) => api.acceptInvitation({ headers, body }))
  }
  return { organizationSlug: tenant.slug }
}

/** A second click on "accept" leads to the same place. */
async function isMember(userId: string, slug: string): Promise<boolean> {
  const [found] = await asUser({ userId }, (tx) =>
    tx
      .select({ id: member.id })
      .from(member)
      .innerJoin(organization, eq(organization.id, member.organizationId))
      .where(and(eq(member.userId, userId), eq(organization.slug, slug))),
  )
  return found !== undefined
}
