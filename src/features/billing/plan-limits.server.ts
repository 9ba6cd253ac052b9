import { and, eq, inArray } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { subscription } from '#/db/schema/billing.ts'
import { personPays } from './payer.server.ts'
import { plans } from './plans.ts'
import { paidStatuses, readStanding } from './read-standing.server.ts'

/**
 * What a person's plan allows; the one place where limits are read. These open transactions of their
 * own: call them outside of others.
 */
export async function limitsOf({ userId }: { userId: string }) {
  const standing = await readStanding(personPays(userId))
  const plan = standing.plan === 'free' ? ('free' as const) : ('pro' as const)
  return { plan, limits: plans[plan].limits }
}

/**
 * What an organisation's plan allows. Asked as the system, because every member works within the
 * limits, but only those who run the organisation may see what it pays.
 */
export async function limitsOfOrganization(organizationId: string) {
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
  return { plan, limits: plans[plan].limits }
}
