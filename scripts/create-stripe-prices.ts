/**
 * `bun run stripe:prices`: writes the plans of src/platform/billing/plans.ts to the Stripe account of
 * STRIPE_SECRET_KEY. Run it again after a price has changed: a price in Stripe cannot be altered, so
 * a new one is made and takes over the lookup key; who subscribed before keeps the old price. The
 * local Stripe does the same when it starts. In a real account also let the customer portal cancel
 * plans and switch between these prices (Settings, Billing, Customer portal).
 */
import type Stripe from 'stripe'
import { currency, intervals, plans } from '#/platform/billing/plans.ts'
import { site } from '#/site.ts'

/** Returns how many prices were missing or had changed. */
export async function createStripePrices(stripe: Stripe): Promise<number> {
  let created = 0
  for (const [name, plan] of Object.entries(plans)) {
    if (!('prices' in plan)) continue
    const known = await stripe.prices.list({
      lookup_keys: intervals.map((interval) => plan.prices[interval].lookupKey),
      active: true,
    })
    let product = known.data[0]?.product
    for (const interval of intervals) {
      const { lookupKey, amount } = plan.prices[interval]
      const price = known.data.find((candidate) => candidate.lookup_key === lookupKey)
      if (price?.unit_amount === amount && price.currency === currency) continue
      product ??= (
        await stripe.products.create({
          name: `${site.name} ${name[0]?.toUpperCase()}${name.slice(1)}`,
          // The portal offers to change between products of the same audience alone.
          metadata: { plan: name, audience: plan.audience },
        })
      ).id
      await stripe.prices.create({
        product: typeof product === 'string' ? product : product.id,
        currency,
        unit_amount: amount,
        recurring: { interval },
        lookup_key: lookupKey,
        transfer_lookup_key: true,
      })
      created += 1
    }
  }
  return created
}

if (import.meta.main) {
  const { stripe } = await import('#/adapters/stripe.server.ts')
  const created = await createStripePrices(stripe)
  console.log(created === 0 ? 'The prices are as in plans.ts.' : `${created} prices created.`)
}
