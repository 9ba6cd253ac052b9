import { type Account, emit, saveAndEmit } from '../account.ts'
import { StripeError } from '../api/stripe-error.ts'
import type { Subscription, SubscriptionItem } from '../wire-objects.ts'
import { addInterval } from './amounts.ts'
import {
  collectInvoice,
  draftInvoice,
  invoiceLine,
  nextPeriodEnd,
  openInvoice,
  payingCard,
  payOpenInvoice,
} from './invoices.ts'
import { endSubscription } from './update-subscription.ts'

const threeDays = 3 * 86_400

/** A daily subscription after a long absence goes on at the next check. */
const mostPeriodsAtOnce = 24

/**
 * Ends the current trial or period, at `at` (Unix seconds): the subscription renews
 * with an invoice, or ends when it was set to. Before its time all items renew, at
 * its time those whose period is over. A subscription that is past due is charged
 * once more, and ends when the card refuses again.
 */
export function endPeriod(account: Account, before: Subscription, at: number): Subscription {
  if (before.status === 'canceled' || before.status === 'incomplete_expired') {
    throw new StripeError(400, `The subscription ${before.id} has already ended.`)
  }
  if (before.status === 'incomplete') {
    const expired: Subscription = { ...before, status: 'incomplete_expired', ended_at: at }
    return saveAndEmit(account, 'customer.subscription.updated', expired, before)
  }
  if (before.status === 'past_due') return retryPayment(account, before)
  const announced = announceTrialEnd(account, before)
  const lastEnd = Math.max(...announced.items.data.map((item) => item.current_period_end))
  const isEarly = nextPeriodEnd(announced) > at
  if (announced.cancel_at && announced.cancel_at <= (isEarly ? lastEnd : at)) {
    return endSubscription(account, announced, 'cancellation_requested')
  }
  return renew(account, announced, at, isEarly)
}

/** Three days before a trial ends, or at once when it is shorter. Told once. */
export function announceTrialEnd(account: Account, subscription: Subscription): Subscription {
  if (subscription.status !== 'trialing' || subscription.local.trialEndAnnounced) {
    return subscription
  }
  emit(account, 'customer.subscription.trial_will_end', subscription)
  return account.store.save({
    ...subscription,
    local: { ...subscription.local, trialEndAnnounced: true },
  })
}

/** Does what has come due since it was last called: renewals, ends, expired checkouts. */
export function catchUp(account: Account): void {
  const now = account.now()
  for (const session of account.store.list('checkout.session', { status: 'open' })) {
    if (session.expires_at > now) continue
    const expired = { ...session, status: 'expired' as const, url: null }
    account.store.atomically(() =>
      emit(account, 'checkout.session.expired', account.store.save(expired)),
    )
  }
  for (const { id, ended_at } of account.store.list('subscription')) {
    if (ended_at) continue
    try {
      let periods = 0
      while (
        periods < mostPeriodsAtOnce &&
        account.store.atomically(() => doWhatIsDue(account, id))
      ) {
        periods++
      }
    } catch (error) {
      // A subscription that cannot go on must not stop the others, or the server.
      console.error(`Local Stripe: the subscription ${id} could not be renewed.`, error)
    }
  }
}

/** True if a period ended, so that the next one may have ended as well. */
function doWhatIsDue(account: Account, id: string): boolean {
  const now = account.now()
  const subscription = account.store.get('subscription', id)
  if (subscription.status !== 'active' && subscription.status !== 'trialing') return false
  if (subscription.trial_end && subscription.trial_end - threeDays <= now) {
    announceTrialEnd(account, subscription)
  }
  const current = account.store.get('subscription', id)
  if (current.cancel_at && current.cancel_at <= now) {
    endSubscription(account, current, 'cancellation_requested')
    return false
  }
  const periodEnd = nextPeriodEnd(current)
  if (periodEnd > now) return false
  endPeriod(account, current, periodEnd)
  return true
}

function renew(account: Account, before: Subscription, at: number, isEarly: boolean): Subscription {
  const items = before.items.data
  const anchor = isEarly ? at : before.billing_cycle_anchor
  const isDue = (item: SubscriptionItem) => isEarly || item.current_period_end <= at
  const data = items.map((item) =>
    isDue(item)
      ? {
          ...item,
          current_period_start: at,
          current_period_end: addInterval(at, item.price.recurring, anchor),
        }
      : item,
  )
  const renewed: Subscription = {
    ...before,
    items: { ...before.items, data },
    status: 'active',
    trial_end: before.trial_end && Math.min(before.trial_end, at),
    billing_cycle_anchor: anchor,
    local: { ...before.local, pendingLines: [] },
  }
  const lines = data
    .filter((_, index) => items[index] && isDue(items[index]))
    .map((item) => invoiceLine(account, item, { start: at, end: item.current_period_end }))
  const draft = draftInvoice(account, before, 'subscription_cycle', lines)
  renewed.latest_invoice = draft.id
  saveAndEmit(account, 'customer.subscription.updated', renewed, before)
  const invoice = collectInvoice(account, openInvoice(account, draft), payingCard(account, renewed))
  const current = account.store.get('subscription', before.id)
  if (invoice.status === 'paid') return current
  const pastDue: Subscription = { ...current, status: 'past_due' }
  return saveAndEmit(account, 'customer.subscription.updated', pastDue, current)
}

function retryPayment(account: Account, subscription: Subscription): Subscription {
  const invoice =
    subscription.latest_invoice && account.store.find('invoice', subscription.latest_invoice)
  if (invoice && invoice.status === 'open') {
    payOpenInvoice(account, invoice, payingCard(account, subscription))
  }
  const current = account.store.get('subscription', subscription.id)
  return current.status === 'past_due'
    ? endSubscription(account, current, 'payment_failed')
    : current
}
