import { and, desc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { subscription } from '#/db/schema/billing.ts'
import type { Standing } from './contract.ts'
import type { Payer } from './payer.server.ts'
import { intervals, plans } from './plans.ts'

/** `past_due` still has the plan: Stripe is trying the card again. */
export const paidStatuses = ['trialing', 'active', 'past_due'] as const
/** Stripe has given up on the card, or paused; the subscription is there, the plan is not. */
const stoppedStatuses = ['unpaid', 'paused']

export const readStanding = (payer: Payer): Promise<Standing> =>
  asUser(payer.actor, async (tx) => {
    const rows = await tx
      .select()
      .from(subscription)
      .where(
        and(
          eq(subscription.referenceId, payer.referenceId),
          inArray(subscription.status, [...paidStatuses, ...stoppedStatuses]),
        ),
      )
      .orderBy(desc(subscription.periodEnd))
    const status = (row: Row) => paidStatuses.find((paid) => paid === row.status)
    const row = rows.find(status) ?? rows[0]
    const trialDays = row || (await hadTrial(tx, payer)) ? null : plans[payer.paidPlan].trialDays
    if (!row) return { plan: payer.freePlan, status: 'free', ...nothing, trialDays }
    const paid = status(row)
    if (!paid) return { plan: payer.freePlan, status: 'unpaid', ...terms(row), trialDays }
    return { plan: payer.paidPlan, status: paid, ...terms(row), trialDays }
  })

type Row = typeof subscription.$inferSelect

const nothing = { interval: null, price: null, trialEndsAt: null, renewsAt: null, endsAt: null }

function terms(row: Row) {
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
