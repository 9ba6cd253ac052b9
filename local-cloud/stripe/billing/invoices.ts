import { type Account, emit, saveAndEmit } from '../account.ts'
import { StripeError } from '../api/stripe-error.ts'
import { newId } from '../identifiers.ts'
import type {
  BillingReason,
  Invoice,
  InvoiceLine,
  PaymentMethod,
  Subscription,
  SubscriptionItem,
} from '../wire-objects.ts'
import { formatAmount, formatInterval, priceAmount } from './amounts.ts'

/** The line for one item over one period. `amount` is given for prorations and free trials. */
export function invoiceLine(
  account: Account,
  item: SubscriptionItem,
  period: { start: number; end: number },
  proration?: { amount: number; description: string },
): InvoiceLine {
  const { price, quantity } = item
  const amount = proration?.amount ?? priceAmount(price, quantity)
  const product = account.store.get('product', price.product).name
  const rate = `${formatAmount(price.unit_amount, price.currency)} ${formatInterval(price.recurring)}`
  return {
    id: newId('il'),
    object: 'line_item',
    amount,
    currency: price.currency,
    description: proration?.description ?? `${quantity} × ${product} (at ${rate})`,
    invoice: null,
    livemode: false,
    metadata: {},
    parent: {
      type: 'subscription_item_details',
      subscription_item_details: {
        proration: proration !== undefined,
        subscription: item.subscription,
        subscription_item: item.id,
      },
    },
    period,
    pricing: {
      type: 'price_details',
      price_details: { price: price.id, product: price.product },
      unit_amount_decimal: price.unit_amount_decimal,
    },
    quantity,
    subscription: item.subscription,
    subtotal: amount,
  }
}

/** A draft for the lines, and for the prorations that waited for the next invoice. */
export function draftInvoice(
  account: Account,
  subscription: Subscription,
  billingReason: BillingReason,
  lines: InvoiceLine[],
): Invoice {
  const id = newId('in')
  const customer = account.store.get('customer', subscription.customer)
  const all = [...subscription.local.pendingLines, ...lines].map((line) => ({
    ...line,
    invoice: id,
  }))
  const total = all.reduce((sum, line) => sum + line.amount, 0)
  return {
    id,
    object: 'invoice',
    amount_due: Math.max(total, 0),
    amount_paid: 0,
    amount_remaining: Math.max(total, 0),
    attempt_count: 0,
    attempted: false,
    billing_reason: billingReason,
    collection_method: 'charge_automatically',
    created: account.now(),
    currency: subscription.currency,
    customer: customer.id,
    customer_email: customer.email,
    customer_name: customer.name,
    default_payment_method: subscription.default_payment_method,
    due_date: null,
    ending_balance: null,
    hosted_invoice_url: null,
    invoice_pdf: null,
    lines: { object: 'list', url: `/v1/invoices/${id}/lines`, has_more: false, data: all },
    livemode: false,
    metadata: {},
    next_payment_attempt: null,
    number: null,
    parent: {
      type: 'subscription_details',
      subscription_details: { subscription: subscription.id, metadata: subscription.metadata },
      quote_details: null,
    },
    period_end: Math.max(...all.map((line) => line.period.end)),
    period_start: Math.min(...all.map((line) => line.period.start)),
    starting_balance: customer.balance,
    status: 'draft',
    status_transitions: {
      finalized_at: null,
      marked_uncollectible_at: null,
      paid_at: null,
      voided_at: null,
    },
    subtotal: total,
    total,
  }
}

/** Numbers the draft, settles it against the customer's balance, and opens it for payment. */
export function openInvoice(account: Account, draft: Invoice): Invoice {
  emit(account, 'invoice.created', account.store.save(draft))
  const customer = account.store.get('customer', draft.customer)
  const due = Math.max(draft.total + customer.balance, 0)
  const endingBalance = Math.min(draft.total + customer.balance, 0)
  const number = `${customer.invoice_prefix}-${String(customer.next_invoice_sequence).padStart(4, '0')}`
  const invoice = account.store.save<Invoice>({
    ...draft,
    amount_due: due,
    amount_remaining: due,
    ending_balance: endingBalance,
    hosted_invoice_url: `${account.url}/i/${draft.id}`,
    number,
    status: 'open',
    status_transitions: { ...draft.status_transitions, finalized_at: account.now() },
  })
  emit(account, 'invoice.finalized', invoice)
  const numbered = {
    ...customer,
    balance: endingBalance,
    currency: draft.currency,
    next_invoice_sequence: customer.next_invoice_sequence + 1,
  }
  account.store.save(numbered)
  if (endingBalance !== customer.balance) emit(account, 'customer.updated', numbered, customer)
  return invoice
}

/** Charges an open invoice. The answer's status is `paid`, or still `open` when the card refused. */
export function collectInvoice(
  account: Account,
  invoice: Invoice,
  method: PaymentMethod | undefined,
): Invoice {
  const refused = invoice.amount_due > 0 && (!method || method.local.declineCode !== null)
  const attempted = {
    ...invoice,
    attempted: true,
    attempt_count: invoice.attempt_count + (invoice.amount_due > 0 ? 1 : 0),
  }
  if (refused) {
    const failed = account.store.save({
      ...attempted,
      next_payment_attempt: account.now() + 3 * 86_400,
    })
    emit(account, 'invoice.payment_failed', failed)
    return failed
  }
  const paid = account.store.save<Invoice>({
    ...attempted,
    amount_paid: invoice.amount_due,
    amount_remaining: 0,
    next_payment_attempt: null,
    status: 'paid',
    status_transitions: { ...invoice.status_transitions, paid_at: account.now() },
  })
  emit(account, 'invoice.paid', paid)
  emit(account, 'invoice.payment_succeeded', paid)
  return paid
}

export function voidInvoice(account: Account, invoice: Invoice): Invoice {
  const voided = account.store.save<Invoice>({
    ...invoice,
    amount_remaining: 0,
    next_payment_attempt: null,
    status: 'void',
    status_transitions: { ...invoice.status_transitions, voided_at: account.now() },
  })
  emit(account, 'invoice.voided', voided)
  return voided
}

/** Pays an open invoice later, from its page or through the API; a paid one wakes its subscription. */
export function payOpenInvoice(
  account: Account,
  invoice: Invoice,
  method: PaymentMethod | undefined,
): Invoice {
  if (invoice.status !== 'open') {
    throw new StripeError(400, `Invoice is already ${invoice.status}`, {
      code: 'invoice_not_open',
    })
  }
  const result = collectInvoice(account, invoice, method)
  const subscription = account.store.get(
    'subscription',
    invoice.parent.subscription_details.subscription,
  )
  const awaited = subscription.status === 'past_due' || subscription.status === 'incomplete'
  if (result.status === 'paid' && awaited && subscription.latest_invoice === invoice.id) {
    const active: Subscription = { ...subscription, status: 'active' }
    saveAndEmit(account, 'customer.subscription.updated', active, subscription)
  }
  return result
}

/** The card that pays for a subscription: its own, otherwise the customer's default. */
export function payingCard(
  account: Account,
  { default_payment_method, customer }: Subscription,
): PaymentMethod | undefined {
  const id =
    default_payment_method ??
    account.store.get('customer', customer).invoice_settings.default_payment_method
  return id ? account.store.find('payment_method', id) : undefined
}

/** Unix seconds at which the first of its items is billed again. */
export function nextPeriodEnd({ items }: Subscription): number {
  return Math.min(...items.data.map((item) => item.current_period_end))
}
