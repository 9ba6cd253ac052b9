import { and, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import Stripe from 'stripe'
import { stripe } from '#/adapters/stripe.server.ts'
import { asSystem } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { subscription } from './tables.ts'
import { user } from '#/db/schema/identity.ts'
import { organization } from '#/db/schema/organizations.ts'
import { log } from '#/observability/log.server.ts'
import { planOfPrice } from './stripe-plans.server.ts'

/**
 * Makes our copy say what Stripe says now; the only writer of what a subscription is. Several may
 * run at once: the answer to an earlier question never replaces that to a later one. Throws when
 * Stripe does not answer.
 */
export async function copySubscription(id: string): Promise<void> {
  const askedAt = await databaseTime()
  const found = await retrieveSubscription(id)
  await asSystem('billing: copy a subscription from Stripe', (tx) =>
    found ? write(tx, found, askedAt) : end(tx, id),
  )
}

/**
 * Whether an error of Stripe's says that the thing does not exist there, as after the account, or
 * the data of the local Stripe, was changed.
 */
export const isMissing = (error: unknown) =>
  error instanceof Stripe.errors.StripeError && error.code === 'resource_missing'

/** Null when Stripe does not know it. */
export async function retrieveSubscription(id: string) {
  try {
    return await stripe.subscriptions.retrieve(id, { expand: ['customer'] })
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** The clock that all processes share, to the microsecond. */
const databaseTime = () =>
  asSystem('billing: when Stripe was asked', async (tx) => {
    const [clock] = await tx
      .select({ now: sql<string>`clock_timestamp()::text` })
      .from(sql`(values (1)) as once`)
    if (!clock) throw new Error('The database has no clock.')
    return clock.now
  })

async function write(tx: Tx, now: Stripe.Subscription, askedAt: string): Promise<void> {
  const asked = sql`${askedAt}::timestamptz`
  const copy = { ...columnsOf(now), copiedAt: asked }
  const isOlder = or(isNull(subscription.copiedAt), lt(subscription.copiedAt, asked))
  const known = await tx
    .select({ id: subscription.id })
    .from(subscription)
    .where(eq(subscription.stripeSubscriptionId, now.id))
  const row = known[0] ?? (await rowOfCheckout(tx, now))
  if (row) {
    await tx
      .update(subscription)
      .set(copy)
      .where(and(eq(subscription.id, row.id), isOlder))
    return
  }
  const payer = await payerOf(tx, now)
  const { plan } = copy
  if (!payer || !plan) {
    // Its payer was deleted here, which ended it.
    if (now.ended_at) return
    const { id: subscriptionId, metadata } = now
    log.error({ part: 'billing', subscriptionId, metadata }, 'a subscription that is nobody’s here')
    return
  }
  await tx
    .insert(subscription)
    .values({ id: Bun.randomUUIDv7(), referenceId: payer, ...copy, plan })
    .onConflictDoUpdate({
      target: subscription.stripeSubscriptionId,
      set: copy,
      setWhere: isOlder,
    })
}

/** The row that was made when the checkout began, unless another subscription has taken it. */
async function rowOfCheckout(tx: Tx, { metadata }: Stripe.Subscription) {
  const [row] = await tx
    .select({ id: subscription.id })
    .from(subscription)
    .where(
      and(
        eq(subscription.id, metadata.subscriptionId ?? ''),
        isNull(subscription.stripeSubscriptionId),
      ),
    )
  return row
}

/**
 * The payer of a subscription that was made elsewhere, for example in Stripe's dashboard: named by it,
 * by its customer on file, or by the mark that every customer of ours carries.
 */
async function payerOf(tx: Tx, { metadata, customer }: Stripe.Subscription) {
  const customerId = typeof customer === 'string' ? customer : customer.id
  const marks = typeof customer === 'string' || customer.deleted ? {} : customer.metadata
  const candidates = [
    { table: organization, marked: marks.organizationId },
    { table: user, marked: marks.userId },
  ]
  for (const { table, marked = '' } of candidates) {
    const [found] = await tx
      .select({ id: table.id })
      .from(table)
      .where(
        or(
          inArray(table.id, [metadata.referenceId ?? '', marked]),
          eq(table.stripeCustomerId, customerId),
        ),
      )
    if (found) return found.id
  }
  return undefined
}

const end = (tx: Tx, id: string) =>
  tx
    .update(subscription)
    .set({ status: 'canceled', endedAt: new Date() })
    .where(and(eq(subscription.stripeSubscriptionId, id), isNull(subscription.endedAt)))

/** What Stripe says of a subscription, as our columns. */
export function columnsOf(now: Stripe.Subscription) {
  const items = now.items.data
  // A price that another has replaced keeps no lookup key: the plan then stays what it was.
  const item = items.find(({ price }) => planOfPrice(price.lookup_key)) ?? items[0]
  return {
    stripeSubscriptionId: now.id,
    stripeCustomerId: typeof now.customer === 'string' ? now.customer : now.customer.id,
    status: now.status,
    plan: item && planOfPrice(item.price.lookup_key),
    seats: item?.quantity,
    billingInterval: item?.price.recurring?.interval,
    amount: item?.price.unit_amount && item.price.unit_amount * (item.quantity ?? 1),
    currency: item?.price.currency,
    periodStart: moment(item?.current_period_start),
    periodEnd: moment(item?.current_period_end),
    trialStart: moment(now.trial_start),
    trialEnd: moment(now.trial_end),
    cancelAtPeriodEnd: now.cancel_at_period_end,
    cancelAt: moment(now.cancel_at),
    canceledAt: moment(now.canceled_at),
    endedAt: moment(now.ended_at),
  }
}

/** Stripe counts seconds. */
const moment = (seconds: number | null | undefined) => (seconds ? new Date(seconds * 1000) : null)
