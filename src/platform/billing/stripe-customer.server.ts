import { and, eq, isNull } from 'drizzle-orm'
import type Stripe from 'stripe'
import { stripe } from '#/adapters/stripe.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { subscription } from './tables.ts'
import { user } from '#/db/schema/identity.ts'
import { organization } from '#/db/schema/organizations.ts'
import { log } from '#/observability/log.server.ts'
import { copySubscription, isMissing } from './copy-subscription.server.ts'
import type { Payer } from './payer.server.ts'

type Paying = Pick<Payer, 'customerType' | 'referenceId'>

/** Stripe's id of somebody who has been at a checkout before. */
export async function customerOf({ customerType, referenceId }: Paying): Promise<string | null> {
  const table = customerType === 'user' ? user : organization
  const [found] = await asSystem('billing: the Stripe customer of a payer', (tx) =>
    tx.select({ customer: table.stripeCustomerId }).from(table).where(eq(table.id, referenceId)),
  )
  return found?.customer ?? null
}

/** A customer who was deleted in Stripe cannot pay again: the next checkout makes a new one. */
export const forgetCustomer = (customer: string) =>
  asSystem('billing: forget a customer who was deleted in Stripe', async (tx) => {
    for (const table of [user, organization]) {
      await tx
        .update(table)
        .set({ stripeCustomerId: null })
        .where(eq(table.stripeCustomerId, customer))
    }
  })

/** Invoices name the organisation. Its own name holds, also while Stripe cannot be told. */
export async function renameCustomer(organizationId: string, name: string): Promise<void> {
  const customer = await customerOf({ customerType: 'organization', referenceId: organizationId })
  if (!customer) return
  try {
    await stripe.customers.update(customer, { name })
  } catch (error) {
    log.error({ part: 'billing', err: error, organizationId }, 'a customer keeps its former name')
  }
}

/**
 * Every customer that a payer is known under, the current one first. More than one is a mistake that
 * was made elsewhere, and each of them can be charged.
 */
export async function customersOf(payer: Paying): Promise<string[]> {
  const current = await customerOf(payer)
  const copies = await asSystem('billing: the Stripe customers in a payer’s copies', (tx) =>
    tx
      .selectDistinct({ customer: subscription.stripeCustomerId })
      .from(subscription)
      .where(eq(subscription.referenceId, payer.referenceId))
      .orderBy(subscription.stripeCustomerId),
  )
  return [...new Set([current, ...copies.map(({ customer }) => customer)])].filter(
    (customer) => customer !== null,
  )
}

/**
 * Webhooks may be late or lost: before somebody buys or changes anything, our copy is brought up to
 * date, so that nobody can pay twice for what they have.
 */
export async function catchUpWithStripe(payer: Paying): Promise<void> {
  const ids = new Set(await openSubscriptionsOf(payer))
  for (const customer of await customersOf(payer)) {
    try {
      const { data } = await stripe.subscriptions.list({ customer, limit: 100 })
      for (const { id } of data) ids.add(id)
    } catch (error) {
      if (!isMissing(error)) throw error
      await forgetCustomer(customer)
    }
  }
  for (const id of ids) await copySubscription(id)
}

/** No hosted page of this payer can be paid any more. */
export async function closeCheckouts(payer: Paying): Promise<void> {
  for (const customer of await customersOf(payer)) {
    for (const page of await openCheckoutsOf(customer)) await closeCheckout(page.id)
  }
}

/** The hosted pages that a customer can pay, the newest first. */
export async function openCheckoutsOf(customer: string): Promise<Stripe.Checkout.Session[]> {
  try {
    const open = stripe.checkout.sessions.list({ customer, status: 'open', limit: 100 })
    return await open.autoPagingToArray({ limit: 1_000 })
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** A page that was paid a moment ago cannot be closed: catch up with Stripe afterwards. */
export async function closeCheckout(id: string): Promise<void> {
  try {
    await stripe.checkout.sessions.expire(id)
  } catch (error) {
    const { status } = await stripe.checkout.sessions.retrieve(id)
    if (status === 'open') throw error
  }
}

const openSubscriptionsOf = ({ referenceId }: Paying) =>
  asSystem('billing: subscriptions to compare with Stripe', async (tx) => {
    const rows = await tx
      .select({ id: subscription.stripeSubscriptionId })
      .from(subscription)
      .where(and(eq(subscription.referenceId, referenceId), isNull(subscription.endedAt)))
    return rows.flatMap(({ id }) => id ?? [])
  })
