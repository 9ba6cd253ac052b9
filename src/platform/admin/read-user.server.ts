import { and, desc, eq, gt } from 'drizzle-orm'
import { highestRole } from '#/auth/permissions.ts'
import { asSystem } from '#/db/access.server.ts'
import { subscription } from '#/platform/billing/tables.ts'
import { session, user } from '#/db/schema/identity.ts'
import { member, organization } from '#/db/schema/organizations.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { UserDetails } from './contract.ts'
import { subscriptionColumns } from './list-subscriptions.server.ts'
import { userColumns } from './list-users.server.ts'

/** An account with what belongs to it; never a token, never what the person wrote. */
export const readUser = (userId: string): Promise<UserDetails> =>
  asSystem('admin: read a user', async (tx) => {
    const [found] = await tx
      .select({
        ...userColumns,
        locale: user.locale,
        banReason: user.banReason,
        banExpires: user.banExpires,
      })
      .from(user)
      .where(eq(user.id, userId))
    if (!found) throw new Refusal('NOT_FOUND')
    const { banReason, banExpires, ...account } = found

    const sessions = await tx
      .select({
        id: session.id,
        address: session.ipAddress,
        userAgent: session.userAgent,
        signedInAt: session.createdAt,
        expiresAt: session.expiresAt,
      })
      .from(session)
      .where(and(eq(session.userId, userId), gt(session.expiresAt, new Date())))
      .orderBy(desc(session.createdAt), desc(session.id))
      .limit(50)
    const memberships = await tx
      .select({ slug: organization.slug, name: organization.name, role: member.role })
      .from(member)
      .innerJoin(organization, eq(organization.id, member.organizationId))
      .where(eq(member.userId, userId))
      .orderBy(organization.name, organization.id)
    const subscriptions = await tx
      .select(subscriptionColumns)
      .from(subscription)
      .where(eq(subscription.referenceId, userId))
      .orderBy(desc(subscription.periodEnd), desc(subscription.id))
    const suspension =
      account.state === 'suspended' ? { reason: banReason ?? '', until: banExpires } : null
    return {
      ...account,
      suspension,
      sessions,
      memberships: memberships.map((row) => ({ ...row, role: highestRole(row.role) })),
      subscriptions,
    }
  })
