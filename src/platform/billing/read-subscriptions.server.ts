import { and, desc, eq, inArray } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { subscription } from './tables.ts'
import type { Payer } from './payer.server.ts'

/** `past_due` still has the plan: Stripe is trying the card again. */
export const paidStatuses = ['trialing', 'active', 'past_due'] as const
/** Stripe has given up on the card, or paused; the subscription is there, the plan is not. */
const stoppedStatuses = ['unpaid', 'paused']
/** Each of these can be charged, now or later. */
export const runningStatuses: string[] = [...paidStatuses, ...stoppedStatuses]

export type SubscriptionRow = typeof subscription.$inferSelect
export const paidStatusOf = (row: SubscriptionRow) =>
  paidStatuses.find((paid) => paid === row.status)

/**
 * The running subscriptions of a payer; the first one gives the plan. There is never more than one unless
 * something was made in Stripe itself, or by a fault.
 */
export async function subscriptionsOf(tx: Tx, { referenceId }: Pick<Payer, 'referenceId'>) {
  const rows = await tx
    .select()
    .from(subscription)
    .where(
      and(eq(subscription.referenceId, referenceId), inArray(subscription.status, runningStatuses)),
    )
    .orderBy(desc(subscription.periodEnd), desc(subscription.id))
  // One that was cancelled already is not preferred to one that goes on.
  const rank = (row: SubscriptionRow) =>
    (paidStatusOf(row) ? 0 : 2) + (row.cancelAt || row.cancelAtPeriodEnd ? 1 : 0)
  return rows.toSorted((a, b) => rank(a) - rank(b))
}

export const readSubscriptions = (payer: Payer) =>
  asUser(payer.actor, (tx) => subscriptionsOf(tx, payer))

/** Whether a subscription, also one that has ended, is this payer's. */
export const isOf = (payer: Payer, id: string): Promise<boolean> =>
  asUser(payer.actor, async (tx) => {
    const rows = await tx
      .select({ id: subscription.id })
      .from(subscription)
      .where(and(eq(subscription.id, id), eq(subscription.referenceId, payer.referenceId)))
    return rows.length > 0
  })
