import { and, eq, isNotNull, or } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { subscription } from './tables.ts'
import type { Standing } from './contract.ts'
import type { Payer } from './payer.server.ts'
import { intervals, plans } from './plans.ts'
import { paidStatusOf, type SubscriptionRow, subscriptionsOf } from './read-subscriptions.server.ts'

export const readStanding = (payer: Payer): Promise<Standing> =>
  asUser(payer.actor, async (tx) => {
    const [row, ...others] = await subscriptionsOf(tx, payer)
    const trialDays = row || (await hadTrial(tx, payer)) ? null : plans[payer.paidPlan].trialDays
    const rest = { trialDays, additional: others.map(additional) }
    if (!row) return { plan: payer.freePlan, status: 'free', ...nothing, ...rest }
    const paid = paidStatusOf(row)
    if (!paid) return { plan: payer.freePlan, status: 'unpaid', ...terms(row), ...rest }
    return { plan: payer.paidPlan, status: paid, ...terms(row), ...rest }
  })

const additional = (row: SubscriptionRow) => ({
  id: row.id,
  status: paidStatusOf(row) ?? ('unpaid' as const),
  ...terms(row),
})

const nothing = { interval: null, price: null, trialEndsAt: null, renewsAt: null, endsAt: null }

function terms(row: SubscriptionRow) {
  const endsAt = row.cancelAt ?? (row.cancelAtPeriodEnd ? row.periodEnd : null)
  const { amount, currency } = row
  return {
    interval: intervals.find((interval) => interval === row.billingInterval) ?? null,
    price: amount !== null && currency ? { amount, currency } : null,
    trialEndsAt: row.status === 'trialing' ? row.trialEnd : null,
    renewsAt: endsAt ? null : row.periodEnd,
    endsAt,
  }
}

/** The same rule as the Stripe plugin's, which gives a payer one trial ever. */
async function hadTrial(tx: Tx, { referenceId }: Payer): Promise<boolean> {
  const [found] = await tx
    .select({ id: subscription.id })
    .from(subscription)
    .where(
      and(
        eq(subscription.referenceId, referenceId),
        or(isNotNull(subscription.trialStart), isNotNull(subscription.trialEnd)),
      ),
    )
    .limit(1)
  return found !== undefined
}
