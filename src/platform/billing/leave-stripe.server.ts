import { and, eq, notInArray, sql } from 'drizzle-orm'
import { enqueueAhead } from '#/adapters/queue.server.ts'
import { stripe } from '#/adapters/stripe.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { subscription } from './tables.ts'
import { user } from '#/db/schema/identity.ts'
import { organization } from '#/db/schema/organizations.ts'
import { log } from '#/observability/log.server.ts'
import { askStripe } from './ask-stripe.server.ts'
import { isMissing } from './copy-subscription.server.ts'
import { deleteStripeCustomerJob } from './jobs.server.ts'
import { oneAtATime } from './payer-lease.server.ts'
import type { Payer } from './payer.server.ts'
import { catchUpWithStripe, closeCheckouts, customersOf } from './stripe-customer.server.ts'

type Leaving = Pick<Payer, 'referenceId' | 'customerType'>

/** Stripe never charges a subscription in one of these states again. */
const endedStatuses = ['canceled', 'incomplete', 'incomplete_expired']

/**
 * The subscriptions that a payer has to cancel before they are deleted. One that was cancelled and
 * still runs is paid already, unless its last payment failed, and ends with its customer.
 */
export const couldBeCharged = ({ referenceId }: { referenceId: string }) =>
  and(
    eq(subscription.referenceId, referenceId),
    notInArray(subscription.status, endedStatuses),
    sql`not (${subscription.status} in ('trialing', 'active') and
      (coalesce(${subscription.cancelAtPeriodEnd}, false) or ${subscription.cancelAt} is not null))`,
  )

/**
 * Runs what deletes a payer, who must not be charged for ever after. Before: no page can be paid any
 * more, and what was paid a moment ago is known here, so that `remove` can refuse. After: every customer
 * of the payer is deleted at Stripe, which ends whatever is still open there; queued before, so that
 * this happens also when the process dies. A checkout at the same moment waits, and then finds nobody
 * to pay. Throws PAYMENT_PROVIDER_FAILED, with nothing deleted.
 */
export const withStripeLeft = <T>(payer: Leaving, remove: () => Promise<T>): Promise<T> =>
  oneAtATime(payer, async () => {
    if ((await customersOf(payer)).length > 0) {
      await askStripe(async () => {
        await closeCheckouts(payer)
        await catchUpWithStripe(payer)
      })
    }
    const customers = await customersOf(payer)
    for (const customer of customers) await enqueueAhead(deleteStripeCustomerJob, { customer })
    const removed = await remove()
    for (const customer of customers) {
      await deleteStripeCustomer(customer).catch((error: unknown) => {
        log.warn({ err: error, part: 'billing' }, 'deleting a Stripe customer is left to the queue')
      })
    }
    return removed
  })

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
