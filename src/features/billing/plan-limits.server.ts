import { and, eq, inArray } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import { subscription } from '#/db/schema/billing.ts'
import { plans } from './plans.ts'

/** What a person's plan allows. Opens a transaction of its own: call it outside of others. */
export async function limitsOf({ userId }: { userId: string }) {
  const [paid] = await asUser({ userId }, (tx) =>
    tx
      .select({ plan: subscription.plan })
      .from(subscription)
      .where(
        and(
          eq(subscription.referenceId, userId),
          eq(subscription.plan, 'pro'),
          inArray(subscription.status, ['active', 'trialing']),
        ),
      ),
  )
  const plan = paid ? ('pro' as const) : ('free' as const)
  return { plan, limits: plans[plan].limits }
}
