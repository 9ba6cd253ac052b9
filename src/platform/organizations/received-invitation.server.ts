import { and, count, eq } from 'drizzle-orm'
import { highestRole } from '#/auth/permissions.ts'
import { asSystem } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { user } from '#/db/schema/identity.ts'
import { invitation, member, organization } from '#/db/schema/organizations.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { ReceivedInvitation } from './contract.ts'
import { lockOrganization } from './lock-organization.server.ts'

const memberLimit = 500

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

type Recipient = { id: string; email: string; emailVerified: boolean }

/**
 * A second click on "accept", also at the same moment, leads to the same place. Throws
 * INVITATION_GONE, OTHER_RECIPIENT and ORGANIZATION_FULL.
 */
export async function answerInvitation(
  recipient: Recipient,
  { invitationId, answer }: { invitationId: string; answer: 'accept' | 'decline' },
): Promise<{ organizationSlug: string }> {
  return asSystem('organizations: answer an invitation', async (tx) => {
    const [sent] = await tx
      .select({ organizationId: invitation.organizationId })
      .from(invitation)
      .where(eq(invitation.id, invitationId))
    if (!sent) throw new Refusal('NOT_FOUND')
    const { organizationId } = sent
    const { slug } = await lockOrganization(tx, organizationId)
    const isAccepted = answer === 'accept'
    if (isAccepted && (await isMember(tx, recipient, organizationId))) {
      return { organizationSlug: slug }
    }
    const { role } = await findOpen(tx, invitationId, recipient, isAccepted)
    if (isAccepted) await addMember(tx, { organizationId, userId: recipient.id, role })
    await tx
      .update(invitation)
      .set({ status: isAccepted ? 'accepted' : 'rejected' })
      .where(eq(invitation.id, invitationId))
    return { organizationSlug: slug }
  })
}

/** Locked: whoever cancels it has to wait, or was first. One that has expired can be declined. */
async function findOpen(tx: Tx, invitationId: string, recipient: Recipient, inTime: boolean) {
  const [found] = await tx
    .select({
      email: invitation.email,
      role: invitation.role,
      status: invitation.status,
      expiresAt: invitation.expiresAt,
    })
    .from(invitation)
    .where(eq(invitation.id, invitationId))
    .for('update')
  if (found?.status !== 'pending' || (inTime && found.expiresAt < new Date())) {
    throw new Refusal('INVITATION_GONE')
  }
  const isTheirs = found.email.toLowerCase() === recipient.email.toLowerCase()
  // An address that was never confirmed could be anybody's.
  if (!isTheirs || !recipient.emailVerified) throw new Refusal('OTHER_RECIPIENT')
  return found
}

async function isMember(tx: Tx, { id }: Recipient, organizationId: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.userId, id), eq(member.organizationId, organizationId)))
  return found !== undefined
}

async function addMember(
  tx: Tx,
  added: { organizationId: string; userId: string; role: string },
): Promise<void> {
  const [members] = await tx
    .select({ number: count() })
    .from(member)
    .where(eq(member.organizationId, added.organizationId))
  if ((members?.number ?? 0) >= memberLimit) throw new Refusal('ORGANIZATION_FULL')
  await tx.insert(member).values({ id: Bun.randomUUIDv7(), ...added })
}
