import { eq } from 'drizzle-orm'
import { enqueueAhead } from '#/adapters/queue.server.ts'
import { stripe } from '#/adapters/stripe.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { user } from '#/db/schema/identity.ts'
import { organization } from '#/db/schema/organizations.ts'
import { log } from '#/observability/log.server.ts'
import { askStripe } from './ask-stripe.server.ts'
import { isMissing } from './copy-subscription.server.ts'
import type { Payer } from './payer.server.ts'
import { catchUpWithStripe, closeCheckouts, customerOf } from './stripe-customer.server.ts'

type Leaving = Pick<Payer, 'referenceId' | 'customerType'>

/** Of these, nothing will be charged any more. Every other subscription has to be cancelled first. */
export const endedStatuses = ['canceled', 'incomplete', 'incomplete_expired']

/**
 * Runs what deletes a payer, who must not be charged for ever after. Before: no page can be paid any
 * more, and what was paid a moment ago is known here, so that `remove` can refuse. After: the customer
 * is deleted at Stripe, which ends whatever is still open there; queued before, so that this happens
 * also when the process dies. Throws PAYMENT_PROVIDER_FAILED, with nothing deleted.
 */
export async function withStripeLeft<T>(payer: Leaving, remove: () => Promise<T>): Promise<T> {
  if (!(await customerOf(payer))) return remove()
  await askStripe(async () => {
    await closeCheckouts(payer)
    await catchUpWithStripe(payer)
  })
  // Null when Stripe did not know them.
  const customer = await customerOf(payer)
  if (!customer) return remove()
  await enqueueAhead('delete-stripe-customer', { customer })
  const removed = await remove()
  await deleteStripeCustomer(customer).catch((error: unknown) => {
    log.warn({ err: error, part: 'billing' }, 'deleting a Stripe customer is left to the queue')
  })
  return removed
}

/** Unless somebody here is still that customer. May be called again. */
export async function deleteStripeCustomer(customer: string): Promise<void> {
  const isSomebody = await asSystem('billing: is a Stripe customer still somebody', async (tx) => {
    for (const table of [user, organization]) {
      const found = await tx
        .select({ id: table.id })
        .from(table)
        .where(eq(table.stripeCustomerId, customer))
      if (found.length > 0) return true
    }
    return false
  })
  if (isSomebody) return
  try {
    await stripe.customers.del(customer)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}
