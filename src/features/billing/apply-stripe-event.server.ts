import { and, eq, isNull } from 'drizzle-orm'
import type Stripe from 'stripe'
import { stripe } from '#/adapters/stripe.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { stripeEvent, subscription } from '#/db/schema/billing.ts'
import { planOfPrice } from './stripe-plans.server.ts'

/**
 * Events come more than once and in any order. So what an event says is only a hint that something
 * changed: the state itself is fetched from Stripe and written down. An error thrown from here makes
 * the webhook answer 400, and Stripe tries again.
 */
export async function applyStripeEvent(event: Stripe.Event): Promise<void> {
  if (await wasApplied(event)) return
  const subscriptionId = subscriptionOf(event)
  if (subscriptionId) await copySubscription(subscriptionId)
  await asSystem('billing: mark a Stripe event as applied', (tx) =>
    tx.update(stripeEvent).set({ appliedAt: new Date() }).where(eq(stripeEvent.id, event.id)),
  )
}

async function wasApplied({ id, type, data }: Stripe.Event): Promise<boolean> {
  return asSystem('billing: write down a Stripe event', async (tx) => {
    await tx.insert(stripeEvent).values({ id, type, payload: data.object }).onConflictDoNothing()
    const open = await tx
      .select({ id: stripeEvent.id })
      .from(stripeEvent)
      .where(and(eq(stripeEvent.id, id), isNull(stripeEvent.appliedAt)))
    return open.length === 0
  })
}

function subscriptionOf(event: Stripe.Event): string | undefined {
  switch (event.type) {
    case 'customer.subscription.created':
    case 'customer.subscription.updated':
    case 'customer.subscription.deleted':
    case 'customer.subscription.paused':
    case 'customer.subscription.resumed':
      return event.data.object.id
    case 'checkout.session.completed': {
      const { subscription: bought } = event.data.object
      return typeof bought === 'string' ? bought : bought?.id
    }
    case 'invoice.paid':
    case 'invoice.payment_failed': {
      const billed = event.data.object.parent?.subscription_details?.subscription
      return typeof billed === 'string' ? billed : billed?.id
    }
    default:
      return undefined
  }
}

/** Makes our copy say what Stripe says now. */
export async function copySubscription(id: string): Promise<void> {
  const now = await stripe.subscriptions.retrieve(id)
  const [item] = now.items.data
  await asSystem('billing: copy a subscription from Stripe', (tx) =>
    tx
      .update(subscription)
      .set({
        status: now.status,
        plan: planOfPrice(item?.price.lookup_key ?? null),
        seats: item?.quantity,
        billingInterval: item?.price.recurring?.interval,
        periodStart: moment(item?.current_period_start),
        periodEnd: moment(item?.current_period_end),
        trialStart: moment(now.trial_start),
        trialEnd: moment(now.trial_end),
        cancelAtPeriodEnd: now.cancel_at_period_end,
        cancelAt: moment(now.cancel_at),
        canceledAt: moment(now.canceled_at),
        endedAt: moment(now.ended_at),
      })
      .where(eq(subscription.stripeSubscriptionId, id)),
  )
}

/** Stripe counts seconds. */
const moment = (seconds: number | null | undefined) => (seconds ? new Date(seconds * 1000) : null)
