import { and, desc, eq } from 'drizzle-orm'
import { highestRole } from '#/auth/permissions.ts'
import { countAttempt } from '#/auth/rate-limit.server.ts'
import { asUser } from '#/db/access.server.ts'
import { user } from '#/db/schema/identity.ts'
import { invitation } from '#/db/schema/organizations.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { askEngine } from './ask-engine.server.ts'
import type { PendingInvitation } from './contract.ts'
import type { Role } from './organization-fields.ts'

type InOrganization = { userId: string; organizationId: string }

/** Each one is a mail to somebody who did not ask for it. */
const mailLimit = { max: 40, windowSeconds: 60 * 60 }

export async function listInvitations(actor: InOrganization): Promise<PendingInvitation[]> {
  const rows = await asUser(actor, (tx) =>
    tx
      .select({
        id: invitation.id,
        email: invitation.email,
        role: invitation.role,
        invitedBy: user.name,
        expiresAt: invitation.expiresAt,
      })
      .from(invitation)
      .leftJoin(user, eq(user.id, invitation.inviterId))
      .where(
        and(eq(invitation.organizationId, actor.organizationId), eq(invitation.status, 'pending')),
      )
      .orderBy(desc(invitation.createdAt), desc(invitation.id)),
  )
  const now = new Date()
  return rows.map((row) => ({
    ...row,
    role: highestRole(row.role),
    isExpired: row.expiresAt < now,
  }))
}

/** Sends the mail. An admin cannot invite an owner: FORBIDDEN. Throws ALREADY_MEMBER too. */
export async function invite(
  headers: Headers,
  { userId, organizationId }: InOrganization,
  { email, role }: { email: string; role: Role },
): Promise<void> {
  const { allowed, retryAfterSeconds } = await countAttempt(`invite:${userId}`, mailLimit)
  if (!allowed) throw new Refusal('RATE_LIMITED', { retryAfterSeconds })
  await askEngine((api) => api.createInvitation({ headers, body: { organizationId, email, role } }))
}

/** A new link takes the place of the old one, with its full time. */
export async function resendInvitation(
  headers: Headers,
  actor: InOrganization,
  invitationId: string,
): Promise<void> {
  const { email, role } = await findInvitation(actor, invitationId)
  await invite(headers, actor, { email, role: highestRole(role) })
  // The engine has replaced it already, unless it had expired.
  await askEngine((api) => api.cancelInvitation({ headers, body: { invitationId } }))
}

export async function cancelInvitation(
  headers: Headers,
  actor: InOrganization,
  invitationId: string,
): Promise<void> {
  await findInvitation(actor, invitationId)
  await askEngine((api) => api.cancelInvitation({ headers, body: { invitationId } }))
}

/** Throws NOT_FOUND for an invitation of another organisation, or one that was answered, as for none. */
async function findInvitation(actor: InOrganization, invitationId: string) {
  const [found] = await asUser(actor, (tx) =>
    tx
      .select({ email: invitation.email, role: invitation.role })
      .from(invitation)
      .where(
        and(
          eq(invitation.id, invitationId),
          eq(invitation.status, 'pending'),
          eq(invitation.organizationId, actor.organizationId),
        ),
      ),
  )
  if (!found) throw new Refusal('NOT_FOUND')
  return found
}
