import { and, eq, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type Stripe from 'stripe'
import { stripe } from '#/adapters/stripe.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { stripeEvent, subscription } from './tables.ts'
import { log } from '#/observability/log.server.ts'
import { columnsOf, copySubscription, retrieveSubscription } from './copy-subscription.server.ts'
import { runningStatuses } from './read-subscriptions.server.ts'

/** Stripe sends an event for three days; whoever looks into a complaint wants more. */
const daysOfEvents = 90
const eventsAtOnce = 1_000

/** The key of another account would end every subscription in one night: this is left to a person. */
const unknownThere =
  'a subscription that Stripe does not know: is STRIPE_SECRET_KEY that of another account?'

/**
 * Repairs what no event brought: compares every subscription that runs in Stripe with our copy, and
 * asks after every copy that runs only here. One page of a hundred at a time; copies anew only what
 * differs, and returns the ids of those. Throws when Stripe does not answer; it may be run again.
 */
export async function reconcileSubscriptions(): Promise<string[]> {
  const running = new Set<string>()
  const outdated: string[] = []
  for await (const now of stripe.subscriptions.list({ limit: 100 })) {
    running.add(now.id)
    if (await isOutdated(now)) outdated.push(now.id)
  }
  for (const id of await copiesThatRun()) {
    if (running.has(id)) continue
    if (await retrieveSubscription(id)) outdated.push(id)
    else log.error({ part: 'billing', subscriptionId: id }, unknownThere)
  }
  for (const id of outdated) {
    log.warn({ part: 'billing', subscriptionId: id }, 'a subscription had changed without an event')
    await copySubscription(id)
  }
  await reportAdditional()
  await forgetOldEvents()
  return outdated
}

/** A payer is charged for each of these until one is ended on their billing page. */
export async function payersWithSeveral(): Promise<
  { referenceId: string; subscriptionIds: string[] }[]
> {
  return asSystem('billing: payers with several subscriptions', (tx) =>
    tx
      .select({
        referenceId: subscription.referenceId,
        subscriptionIds: sql<string[]>`array_agg(${subscription.stripeSubscriptionId}
          order by ${subscription.stripeSubscriptionId})`,
      })
      .from(subscription)
      .where(inArray(subscription.status, runningStatuses))
      .groupBy(subscription.referenceId)
      .having(sql`count(*) > 1`),
  )
}

async function reportAdditional(): Promise<void> {
  for (const payer of await payersWithSeveral()) {
    log.error({ part: 'billing', ...payer }, 'billing.several_subscriptions')
  }
}

async function isOutdated(now: Stripe.Subscription): Promise<boolean> {
  const columns = columnsOf(now)
  const [copy] = await asSystem('billing: compare a subscription with Stripe', (tx) =>
    tx.select().from(subscription).where(eq(subscription.stripeSubscriptionId, now.id)),
  )
  // What the account sells besides is none of ours.
  if (!copy) return columns.plan !== undefined
  return !Bun.deepEquals({ ...copy, ...withoutUnknown(columns) }, copy)
}

/** A price that was replaced says no plan, and Stripe may say no amount: the copy keeps what it had. */
const withoutUnknown = (columns: object) =>
  Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))

async function copiesThatRun(): Promise<string[]> {
  const rows = await asSystem('billing: which subscriptions run', (tx) =>
    tx
      .select({ id: subscription.stripeSubscriptionId })
      .from(subscription)
      .where(and(isNotNull(subscription.stripeSubscriptionId), isNull(subscription.endedAt))),
  )
  return rows.flatMap(({ id }) => id ?? [])
}

/** In portions, so that nobody waits for a long transaction. What was never applied stays. */
async function forgetOldEvents(): Promise<void> {
  for (let deleted = eventsAtOnce; deleted === eventsAtOnce;) {
    deleted = await asSystem('billing: forget old Stripe events', async (tx) => {
      const old = tx
        .select({ id: stripeEvent.id })
        .from(stripeEvent)
        .where(
          and(
            isNotNull(stripeEvent.appliedAt),
            lt(stripeEvent.receivedAt, sql`now() - make_interval(days => ${daysOfEvents})`),
          ),
        )
        .limit(eventsAtOnce)
      const rows = await tx
        .delete(stripeEvent)
        .where(inArray(stripeEvent.id, old))
        .returning({ id: stripeEvent.id })
      return rows.length
    })
  }
}
