import { and, count, desc, eq, gt, sql } from 'drizzle-orm'
import type { Role } from '#/auth/organization-roles.ts'
import { highestRole } from '#/auth/permissions.ts'
import { mailboxOf } from '#/auth/mailbox.ts'
import { countAttempt, countAttemptIn } from '#/auth/rate-limit.server.ts'
import { asSystem, asUser, type MemberActor } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { user } from '#/db/schema/identity.ts'
import { invitation, member } from '#/db/schema/organizations.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { PendingInvitation } from './contract.ts'
import { type InvitationMail, mailInvitation } from './invitation-mail.server.ts'
import { lockOrganization } from './lock-organization.server.ts'

type Invited = { email: string; role: Role }

/** Each one is a mail to somebody who did not ask for it. */
const mailLimit = { max: 40, windowSeconds: 60 * 60 }
const day = 24 * 60 * 60
/** Cancelling and inviting again, or inviting from one organisation after another, counts too. */
export const invitationsPerDay = {
  byPerson: { max: 100, windowSeconds: day },
  byOrganization: { max: 200, windowSeconds: day },
  toInboxByOrganization: { max: 5, windowSeconds: day },
  toInbox: { max: 10, windowSeconds: day },
}
const openLimit = 100
const validForMs = 48 * 60 * 60 * 1000
/** A second click, or two colleagues who have just agreed on somebody: one mail is enough. */
const twiceWithinSeconds = 10

export async function listInvitations(actor: MemberActor): Promise<PendingInvitation[]> {
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

/**
 * Sends the mail. An open invitation to the same address is replaced, unless it is the same one, sent
 * a moment ago. An admin cannot invite an owner: FORBIDDEN. Throws ALREADY_MEMBER,
 * TOO_MANY_INVITATIONS and INVITED_TOO_OFTEN too.
 */
export async function invite(actor: MemberActor, asked: Invited): Promise<void> {
  await countMail(actor.userId)
  const sent = await asSystem('organizations: invite somebody', async (tx) => {
    const inviter = await findInviter(tx, actor)
    const [isTwice] = await tx
      .select({ id: invitation.id })
      .from(invitation)
      .where(
        and(
          openTo(actor, asked.email),
          eq(invitation.role, asked.role),
          gt(invitation.createdAt, sql`now() - make_interval(secs => ${twiceWithinSeconds})`),
          gt(invitation.expiresAt, sql`now()`),
        ),
      )
    return isTwice ? null : replaceInvitation(tx, actor, inviter, asked)
  })
  if (sent) await mailInvitation(sent)
}

/** A new link takes the place of the old one, with its full time. */
export async function resendInvitation(actor: MemberActor, invitationId: string): Promise<void> {
  await countMail(actor.userId)
  const sent = await asSystem('organizations: send an invitation again', async (tx) => {
    const inviter = await findInviter(tx, actor)
    const [found] = await tx
      .select({ email: invitation.email, role: invitation.role })
      .from(invitation)
      .where(openWith(actor, invitationId))
    if (!found) throw new Refusal('NOT_FOUND')
    const asked = { email: found.email, role: highestRole(found.role) }
    return replaceInvitation(tx, actor, inviter, asked)
  })
  await mailInvitation(sent)
}

/** Throws NOT_FOUND for an invitation of another organisation, or one that was answered, as for none. */
export async function cancelInvitation(actor: MemberActor, invitationId: string): Promise<void> {
  const cancelled = await asSystem('organizations: cancel an invitation', (tx) =>
    tx
      .update(invitation)
      .set({ status: 'canceled' })
      .where(openWith(actor, invitationId))
      .returning({ id: invitation.id }),
  )
  if (cancelled.length === 0) throw new Refusal('NOT_FOUND')
}

/** Only what is sent is counted: a refusal takes the count back with the transaction. */
async function countMailTo(tx: Tx, { userId, organizationId }: MemberActor, email: string) {
  const inbox = mailboxOf(email)
  const { byPerson, byOrganization, toInboxByOrganization, toInbox } = invitationsPerDay
  for (const [key, limit] of [
    [`invite-day:${userId}`, byPerson],
    [`invite-organization:${organizationId}`, byOrganization],
  ] as const) {
    const { allowed, retryAfterSeconds } = await countAttemptIn(tx, key, limit)
    if (!allowed) throw new Refusal('RATE_LIMITED', { retryAfterSeconds })
  }
  for (const [key, limit] of [
    [`invite-inbox:${organizationId}:${inbox}`, toInboxByOrganization],
    [`invite-inbox:${inbox}`, toInbox],
  ] as const) {
    const { allowed, retryAfterSeconds } = await countAttemptIn(tx, key, limit)
    if (!allowed) throw new Refusal('INVITED_TOO_OFTEN', { retryAfterSeconds })
  }
}

async function countMail(userId: string) {
  const { allowed, retryAfterSeconds } = await countAttempt(`invite:${userId}`, mailLimit)
  if (!allowed) throw new Refusal('RATE_LIMITED', { retryAfterSeconds })
}

/**
 * Whoever is being removed at this moment is either not found, or not removed before their invitation
 * can be withdrawn.
 */
async function findInviter(tx: Tx, { userId, organizationId }: MemberActor) {
  const tenant = await lockOrganization(tx, organizationId)
  const [found] = await tx
    .select({ role: member.role, name: user.name, locale: user.locale })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(and(eq(member.organizationId, organizationId), eq(member.userId, userId)))
    .for('share', { of: member })
  const role = highestRole(found?.role ?? '')
  if (!found || role === 'member') throw new Refusal('FORBIDDEN')
  return { ...found, role, organization: tenant.name }
}

async function replaceInvitation(
  tx: Tx,
  actor: MemberActor,
  inviter: Awaited<ReturnType<typeof findInviter>>,
  { email, role }: Invited,
): Promise<InvitationMail> {
  const { userId, organizationId } = actor
  if (role === 'owner' && inviter.role !== 'owner') throw new Refusal('FORBIDDEN')
  const [colleague] = await tx
    .select({ id: member.id })
    .from(member)
    .innerJoin(user, eq(user.id, member.userId))
    .where(
      and(eq(member.organizationId, organizationId), eq(sql`lower(${user.email})`, lower(email))),
    )
  if (colleague) throw new Refusal('ALREADY_MEMBER')
  await tx.update(invitation).set({ status: 'canceled' }).where(openTo(actor, email))
  const [open] = await tx
    .select({ number: count() })
    .from(invitation)
    .where(
      and(
        eq(invitation.organizationId, organizationId),
        eq(invitation.status, 'pending'),
        gt(invitation.expiresAt, sql`now()`),
      ),
    )
  if ((open?.number ?? 0) >= openLimit) throw new Refusal('TOO_MANY_INVITATIONS')
  await countMailTo(tx, actor, email)
  const id = Bun.randomUUIDv7()
  const expiresAt = new Date(Date.now() + validForMs)
  await tx
    .insert(invitation)
    .values({ id, organizationId, email, role, inviterId: userId, expiresAt })
  return { id, email, inviter, organization: inviter.organization }
}

const openWith = (actor: MemberActor, invitationId: string) =>
  and(
    eq(invitation.organizationId, actor.organizationId),
    eq(invitation.id, invitationId),
    eq(invitation.status, 'pending'),
  )

/** Expired or not: the database knows one open invitation for an address. */
const openTo = (actor: MemberActor, email: string) =>
  and(
    eq(invitation.organizationId, actor.organizationId),
    eq(sql`lower(${invitation.email})`, lower(email)),
    eq(invitation.status, 'pending'),
  )

const lower = (email: string) => sql`lower(${email})`
