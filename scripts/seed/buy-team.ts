import type Stripe from 'stripe'
import { stripe } from '#/adapters/stripe.server.ts'
import { env } from '#/env.server.ts'
import { plans } from '#/platform/billing/plans.ts'
import type { SampleOrganization } from './organizations.ts'
import { isLocalPart, untilReady } from './local-parts.ts'

export type BoughtTeam = { customerId: string; subscriptionId: string }

/** Before a subscription is paid it is tried; the local prices appear shortly after the server. */
const { trialDays, prices } = plans.team

/**
 * Buys Team as an owner would: a customer with a card, a trial and, unless it still runs, its end with
 * the first payment. What an interrupted seed has left is taken up. Null without the local Stripe.
 */
export async function buyTeam(organization: SampleOrganization): Promise<BoughtTeam | null> {
  if (!isLocalPart('stripe')) return null
  await untilReady('The local Stripe', () => fetch(env.STRIPE_API_BASE ?? ''))
  const price = await untilReady('The local Stripe', () => findPrice(organization))
  const customer = await customerOf(organization)
  const { data } = await stripe.subscriptions.list({ customer: customer.id, limit: 1 })
  const subscription =
    data[0] ??
    (await stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id, quantity: 1 }],
      trial_period_days: trialDays,
      metadata: { referenceId: organization.id },
    }))
  if (subscription.status === 'trialing' && !organization.plan.isTrial) {
    await stripe.subscriptions.update(subscription.id, { trial_end: 'now' })
  }
  return { customerId: customer.id, subscriptionId: subscription.id }
}

async function findPrice({ plan }: SampleOrganization) {
  const { lookupKey } = prices[plan.interval]
  const { data } = await stripe.prices.list({ lookup_keys: [lookupKey], active: true })
  return data[0]
}

async function customerOf({ id, name, plan }: SampleOrganization) {
  const { billingEmail: email } = plan
  // As the auth engine marks the customer of an organisation.
  const metadata = { organizationId: id, customerType: 'organization' }
  const known = await stripe.customers.list({ email, limit: 1 })
  const customer = known.data[0]
    ? await stripe.customers.update(known.data[0].id, { metadata })
    : await stripe.customers.create({ name, email, metadata })
  if (!customer.invoice_settings.default_payment_method) await addCard(customer)
  return customer
}

async function addCard({ id: customer }: Stripe.Customer) {
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer })
  await stripe.customers.update(customer, { invoice_settings: { default_payment_method: card.id } })
}
