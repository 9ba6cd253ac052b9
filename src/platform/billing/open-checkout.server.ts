import { and, eq, isNull } from 'drizzle-orm'
import type Stripe from 'stripe'
import { stripe } from '#/adapters/stripe.server.ts'
import { asSystem } from '#/db/access.server.ts'
import type { ConfirmLease } from '#/db/lease.server.ts'
import { subscription } from './tables.ts'
import { env } from '#/env.server.ts'
import type { Locale } from '#/i18n/locale.ts'
import { log } from '#/observability/log.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { ensureCustomer } from './create-customer.server.ts'
import { returnTo, type Payer } from './payer.server.ts'
import { type Interval, plans } from './plans.ts'
import { closeCheckout, customersOf, openCheckoutsOf } from './stripe-customer.server.ts'

type Wanted = { interval: Interval; locale?: Locale; trialDays: number | null }

/** A page is handed out again while somebody has this long to fill it in. */
const minutesLeft = 30

/**
 * The one hosted page on which this payer can pay: the open one when it offers the same, otherwise a
 * new one. Every other page is closed first, and `refuse` has the last word: by then a page that was
 * open until now is either closed or paid. Runs under the payer's lease.
 */
export async function openCheckout(
  payer: Payer,
  wanted: Wanted,
  { confirm, refuse }: { confirm: ConfirmLease; refuse: () => Promise<void> },
): Promise<{ url: string | null }> {
  const customer = await ensureCustomer(payer)
  const page = await describePage(payer, customer, wanted)
  const open = []
  for (const id of new Set([customer, ...(await customersOf(payer))])) {
    open.push(...(await openCheckoutsOf(id)))
  }
  const soon = Date.now() / 1000 + minutesLeft * 60
  const same = open.find(
    ({ metadata, expires_at }) => metadata?.page === page.metadata.page && expires_at > soon,
  )
  for (const { id } of open) if (id !== same?.id) await closeCheckout(id)
  await refuse()
  if (same) return same
  const created = await stripe.checkout.sessions.create(page)
  // After a pause another server may have handed out a page of its own.
  await confirm().catch(async (error: unknown) => {
    await closeCheckout(created.id)
    throw error
  })
  return created
}

/** `metadata.page` is a digest of all that the page offers, so that an equal one is recognised. */
async function describePage(
  payer: Payer,
  customer: string,
  { interval, locale, trialDays }: Wanted,
) {
  const { referenceId, customerType, actor } = payer
  const successUrl = new URL('/api/auth/subscription/success', env.APP_URL)
  successUrl.searchParams.set('callbackURL', returnTo(payer, 'done'))
  const offer = {
    mode: 'subscription',
    customer,
    customer_update: { address: 'auto', ...(customerType === 'user' && { name: 'auto' }) },
    locale,
    // Stripe fills in the placeholder, which must not be escaped.
    success_url: `${successUrl.href}&checkoutSessionId={CHECKOUT_SESSION_ID}`,
    cancel_url: returnTo(payer, 'left', interval),
    line_items: [{ price: await currentPrice(payer, interval), quantity: 1 }],
    client_reference_id: referenceId,
  } satisfies Stripe.Checkout.SessionCreateParams
  const digest = new Bun.CryptoHasher('sha256')
    .update(JSON.stringify([offer, trialDays]))
    .digest('hex')
  const metadata = {
    userId: actor.userId ?? '',
    referenceId,
    subscriptionId: await rowOfCheckout(payer, customer),
  }
  return {
    ...offer,
    metadata: { ...metadata, page: digest },
    subscription_data: { metadata, ...(trialDays !== null && { trial_period_days: trialDays }) },
  } satisfies Stripe.Checkout.SessionCreateParams
}

async function currentPrice({ paidPlan }: Payer, interval: Interval): Promise<string> {
  const { lookupKey } = plans[paidPlan].prices[interval]
  const { data } = await stripe.prices.list({ lookup_keys: [lookupKey], active: true, limit: 1 })
  const [price] = data
  if (price) return price.id
  log.error({ part: 'billing', lookupKey, fix: 'bun run stripe:prices' }, 'billing.price_missing')
  throw new Refusal('PAYMENT_PROVIDER_FAILED')
}

/** The copy begins here, so that it knows whose the subscription is whatever happens to the customer. */
const rowOfCheckout = (payer: Payer, customer: string): Promise<string> =>
  asSystem('billing: begin a checkout', async (tx) => {
    const { referenceId, paidPlan: plan } = payer
    const [begun] = await tx
      .update(subscription)
      .set({ plan, stripeCustomerId: customer })
      .where(
        and(
          eq(subscription.referenceId, referenceId),
          eq(subscription.status, 'incomplete'),
          isNull(subscription.stripeSubscriptionId),
        ),
      )
      .returning({ id: subscription.id })
    if (begun) return begun.id
    const id = Bun.randomUUIDv7()
    await tx.insert(subscription).values({
      id,
      plan,
      referenceId,
      stripeCustomerId: customer,
      status: 'incomplete',
      seats: 1,
    })
    return id
  })
