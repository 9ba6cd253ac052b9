import { type Account, emit, saveAndEmit } from '../account.ts'
import { StripeError } from '../api/stripe-error.ts'
import type { Metadata, Subscription } from '../wire-objects.ts'
import { cardDeclined } from './cards.ts'
import { changeItems, type ItemChange, type ProrationBehavior } from './change-items.ts'
import { collectInvoice, draftInvoice, openInvoice, payingCard, voidInvoice } from './invoices.ts'

export interface SubscriptionChange {
  items?: ItemChange[]
  prorationBehavior?: ProrationBehavior
  /** Throws the card's refusal instead of leaving the subscription past due. */
  refuseIfUnpaid?: boolean
  /** Unix seconds; null takes a planned end back. */
  cancelAt?: number | null
  cancelAtPeriodEnd?: boolean
  cancellationDetails?: { comment?: string | null; feedback?: string | null }
  metadata?: Metadata
  defaultPaymentMethod?: string | null
  description?: string | null
}

/** Applies a change with one `customer.subscription.updated` event, and the invoice it may need. */
export function updateSubscription(
  account: Account,
  before: Subscription,
  change: SubscriptionChange,
): Subscription {
  const endsDifferently = change.cancelAt !== undefined || change.cancelAtPeriodEnd !== undefined
  if (before.status === 'canceled' && (change.items || endsDifferently)) {
    throw new StripeError(
      400,
      'A canceled subscription can only update its cancellation_details and metadata.',
    )
  }
  const { subscription: changed, linesNow } = change.items
    ? changeItems(account, before, change.items, change.prorationBehavior ?? 'create_prorations')
    : { subscription: before, linesNow: [] }
  const subscription: Subscription = {
    ...changed,
    ...cancellation(account, changed, change),
    metadata: change.metadata ?? changed.metadata,
    default_payment_method:
      change.defaultPaymentMethod === undefined
        ? changed.default_payment_method
        : change.defaultPaymentMethod,
    description: change.description === undefined ? changed.description : change.description,
  }
  if (linesNow.length === 0) {
    return saveAndEmit(account, 'customer.subscription.updated', subscription, before)
  }
  const draft = draftInvoice(account, subscription, 'subscription_update', linesNow)
  subscription.latest_invoice = draft.id
  subscription.local = { ...subscription.local, pendingLines: [] }
  saveAndEmit(account, 'customer.subscription.updated', subscription, before)
  const method = payingCard(account, subscription)
  const invoice = collectInvoice(account, openInvoice(account, draft), method)
  if (invoice.status === 'paid') return subscription
  if (change.refuseIfUnpaid) throw cardDeclined(method?.local.declineCode ?? 'generic_decline')
  const pastDue: Subscription = { ...subscription, status: 'past_due' }
  return saveAndEmit(account, 'customer.subscription.updated', pastDue, subscription)
}

/** Ends it now. An invoice that was still open is void. */
export function endSubscription(
  account: Account,
  before: Subscription,
  reason: 'cancellation_requested' | 'payment_failed',
): Subscription {
  const now = account.now()
  for (const invoice of account.store.list('invoice', {
    'parent.subscription_details.subscription': before.id,
    status: 'open',
  })) {
    voidInvoice(account, invoice)
  }
  const ended = account.store.save<Subscription>({
    ...before,
    status: 'canceled',
    canceled_at: before.canceled_at ?? now,
    cancel_at: before.cancel_at && Math.min(before.cancel_at, now),
    cancellation_details: { ...before.cancellation_details, reason },
    ended_at: now,
    local: { ...before.local, pendingLines: [] },
  })
  emit(account, 'customer.subscription.deleted', ended)
  return ended
}

/** `cancel_at_period_end` and `cancel_at` move together: clearing either one restores the subscription. */
function cancellation(
  account: Account,
  subscription: Subscription,
  { cancelAt, cancelAtPeriodEnd, cancellationDetails = {} }: SubscriptionChange,
): Partial<Subscription> {
  const periodEnd = Math.max(...subscription.items.data.map((item) => item.current_period_end))
  const details = { ...subscription.cancellation_details, ...cancellationDetails }
  if (cancelAt === undefined && cancelAtPeriodEnd === undefined) {
    return { cancellation_details: details }
  }
  const at = cancelAtPeriodEnd ? periodEnd : (cancelAt ?? null)
  if (at === null) {
    return {
      cancel_at: null,
      cancel_at_period_end: false,
      canceled_at: null,
      cancellation_details: { comment: null, feedback: null, reason: null },
    }
  }
  return {
    cancel_at: at,
    cancel_at_period_end: cancelAtPeriodEnd ?? false,
    canceled_at: subscription.canceled_at ?? account.now(),
    cancellation_details: { ...details, reason: 'cancellation_requested' },
  }
}
