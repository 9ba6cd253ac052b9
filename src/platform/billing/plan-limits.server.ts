import { and, eq, inArray } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { subscription } from './tables.ts'
import type { OrganizationLimit, PersonLimit } from './limit.ts'
import { personPays } from './payer.server.ts'
import { readStanding } from './read-standing.server.ts'
import { paidStatuses } from './read-subscriptions.server.ts'

/**
 * How much a person's plan allows; the one place where limits are read. These open transactions of
 * their own: call them outside of others.
 */
export async function limitOfPerson({ userId }: { userId: string }, { allowed }: PersonLimit) {
  const standing = await readStanding(personPays(userId))
  const plan = standing.plan === 'free' ? ('free' as const) : ('pro' as const)
  return { plan, limit: allowed[plan] }
}

/**
 * How much an organisation's plan allows. Asked as the system, because every member works within the
 * limits, but only those who run the organisation may see what it pays.
 */
export async function limitOfOrganization(organizationId: string, { allowed }: OrganizationLimit) {
  const [paid] = await asSystem('billing: limits of an organisation', (tx) =>
    tx
      .select({ id: subscription.id })
      .from(subscription)
      .where(
        and(
          eq(subscription.referenceId, organizationId),
          inArray(subscription.status, paidStatuses),
        ),
      )
      .limit(1),
  )
  const plan = paid ? ('team' as const) : ('starter' as const)
  return { plan, limit: allowed[plan] }
}
