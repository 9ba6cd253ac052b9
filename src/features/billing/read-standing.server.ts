import { and, desc, eq, inArray } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import { subscription } from '#/db/schema/billing.ts'
import type { Standing } from './contract.ts'
import type { Payer } from './payer.server.ts'
import { intervals } from './plans.ts'

/** `past_due` still has the plan: Stripe is trying the card again. */
export const paidStatuses = ['trialing', 'active', 'past_due'] as const

export async function readStanding(payer: Payer): Promise<Standing> {
  const [row] = await asUser(payer.actor, (tx) =>
    tx
      .select()
      .from(subscription)
      .where(
        and(
          eq(subscription.referenceId, payer.referenceId),
          inArray(subscription.status, paidStatuses),
        ),
      )
      .orderBy(desc(subscription.periodEnd))
      .limit(1),
  )
  if (!row) {
    const nothing = { interval: null, trialEndsAt: null, renewsAt: null, endsAt: null }
    return { plan: payer.freePlan, status: 'free', ...nothing }
  }
  const endsAt = row.cancelAt ?? (row.cancelAtPeriodEnd ? row.periodEnd : null)
  return {
    plan: payer.paidPlan,
    status: paidStatuses.find((status) => status === row.status) ?? 'active',
    interval: intervals.find((interval) => interval === row.billingInterval) ?? null,
    trialEndsAt: row.status === 'trialing' ? row.trialEnd : null,
    renewsAt: endsAt ? null : row.periodEnd,
    endsAt,
  }
}
