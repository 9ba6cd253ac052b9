import { type Account, emit, saveAndEmit } from '../account.ts'
import { createCustomer } from '../api/customers.ts'
import { StripeError } from '../api/stripe-error.ts'
import type { CheckoutSession, Customer } from '../wire-objects.ts'
import { attachCard, cardDeclined, type EnteredCard } from './cards.ts'
import { createSubscription, firstAmount } from './create-subscription.ts'

/** Unix seconds at which the trial ends when the session is paid now; null without a trial. */
export function trialEndOf(account: Account, { local }: CheckoutSession): number | null {
  return local.trialDays ? account.now() + local.trialDays * 86_400 : local.trialEnd
}

/**
 * Pays an open session. Throws a card_error when the card is refused, in which case
 * the caller's transaction keeps nothing of it.
 */
export function completeCheckout(
  account: Account,
  session: CheckoutSession,
  card: EnteredCard,
  email: string | null,
): CheckoutSession {
  if (session.status !== 'open') {
    throw new StripeError(400, `This Checkout Session is ${session.status}.`)
  }
  const customer = payingCustomer(account, session, card, email)
  const method = attachCard(account, customer.id, card, customer.email)
  const trialEnd = trialEndOf(account, session)
  const dueNow = trialEnd ? 0 : firstAmount(account, session.local.lines)
  if (dueNow > 0 && method.local.declineCode) throw cardDeclined(method.local.declineCode)

  let completed = session
  createSubscription(
    account,
    {
      customer: customer.id,
      lines: session.local.lines,
      trialEnd,
      metadata: session.local.subscriptionMetadata,
      description: session.local.description,
      method,
      ownMethod: true,
    },
    (subscription) => {
      completed = account.store.save<CheckoutSession>({
        ...session,
        customer: customer.id,
        customer_details: { email: customer.email, name: card.name || customer.name },
        invoice: subscription.latest_invoice,
        payment_status: dueNow > 0 ? 'paid' : 'no_payment_required',
        status: 'complete',
        subscription: subscription.id,
        url: null,
      })
      emit(account, 'checkout.session.completed', completed)
    },
  )
  return completed
}

/** The session's customer, with the address that the form asked for when there was none. */
function payingCustomer(
  account: Account,
  session: CheckoutSession,
  card: EnteredCard,
  email: string | null,
): Customer {
  if (!session.customer) return createCustomer(account, { email, name: card.name })
  const customer = account.store.get('customer', session.customer)
  if (customer.email) return customer
  return saveAndEmit(account, 'customer.updated', { ...customer, email }, customer)
}
