import { and, eq, isNotNull } from 'drizzle-orm'
import type Stripe from 'stripe'
import { asSystem } from '#/db/access.server.ts'
import { stripeEvent } from './tables.ts'
import { copySubscription } from './copy-subscription.server.ts'
import { forgetCustomer } from './stripe-customer.server.ts'

/**
 * Events come more than once and in any order. So what an event says is only a hint that something
 * changed: the state itself is fetched from Stripe and written down. Throws when that fails; the
 * event then stays unapplied, and is applied when Stripe sends it again.
 */
export async function applyStripeEvent(event: Stripe.Event): Promise<void> {
  if (await wasApplied(event)) return
  const subscriptionId = subscriptionOf(event)
  if (subscriptionId) await copySubscription(subscriptionId)
  if (event.type === 'customer.deleted') await forgetCustomer(event.data.object.id)
  await asSystem('billing: mark a Stripe event as applied', (tx) =>
    tx.update(stripeEvent).set({ appliedAt: new Date() }).where(eq(stripeEvent.id, event.id)),
  )
}

async function wasApplied({ id, type, data }: Stripe.Event): Promise<boolean> {
  return asSystem('billing: write down a Stripe event', async (tx) => {
    await tx
      .insert(stripeEvent)
      .values({ id, type, payload: referenceOf(data.object) })
      .onConflictDoNothing()
    const applied = await tx
      .select({ id: stripeEvent.id })
      .from(stripeEvent)
      .where(and(eq(stripeEvent.id, id), isNotNull(stripeEvent.appliedAt)))
    return applied.length > 0
  })
}

/** Stripe keeps the event itself, whose names, addresses and ids of payers must not outlive them here. */
const referenceOf = (about: Stripe.Event.Data.Object) => ({
  ...('id' in about && { id: about.id }),
  ...('object' in about && { object: about.object }),
})

const idOf = (thing: string | { id: string } | null | undefined) =>
  typeof thing === 'string' ? thing : thing?.id

function subscriptionOf(event: Stripe.Event): string | undefined {
  switch (event.type) {
    case 'customer.subscription.created':
    case 'customer.subscription.updated':
    case 'customer.subscription.deleted':
    case 'customer.subscription.paused':
    case 'customer.subscription.resumed':
      return event.data.object.id
    case 'checkout.session.completed':
      return idOf(event.data.object.subscription)
    case 'invoice.paid':
    case 'invoice.payment_failed':
      return idOf(event.data.object.parent?.subscription_details?.subscription)
    default:
      return undefined
  }
}
