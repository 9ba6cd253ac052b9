import { type Account, emit } from '../account.ts'
import { invalidParam, StripeError } from '../api/stripe-error.ts'
import { newId } from '../identifiers.ts'
import type {
  CheckoutLine,
  Metadata,
  PaymentMethod,
  Price,
  RecurringPrice,
  Subscription,
  SubscriptionItem,
} from '../wire-objects.ts'
import { addInterval, priceAmount } from './amounts.ts'
import { collectInvoice, draftInvoice, invoiceLine, openInvoice } from './invoices.ts'

export interface NewSubscription {
  customer: string
  lines: CheckoutLine[]
  /** Unix seconds; null starts paying at once. */
  trialEnd: number | null
  metadata: Metadata
  description: string | null
  method: PaymentMethod | undefined
  /** True if `method` becomes the subscription's own instead of the customer's default. */
  ownMethod: boolean
  cancelAtPeriodEnd?: boolean
  cancelAt?: number | null
}

/**
 * Starts a subscription with its first invoice. It is `trialing` or `active`, or
 * `incomplete` with an open invoice when the first payment did not go through.
 * `announce` runs between the saved subscription and its events.
 */
export function createSubscription(
  account: Account,
  wanted: NewSubscription,
  announce: (subscription: Subscription) => void = () => {},
): Subscription {
  const { store } = account
  const now = account.now()
  const id = newId('sub')
  const prices = wanted.lines.map((line) => recurringPrice(account, line.price))
  const [first] = prices
  if (!first) throw new StripeError(400, 'A subscription needs at least one item.')
  refuseMixedCurrencies(prices)
  const items = wanted.lines.map((line, index) => {
    const price = prices[index] ?? first
    const end = wanted.trialEnd ?? addInterval(now, price.recurring)
    return newItem(id, price, line.quantity, { start: now, end })
  })
  const cancelAt = wanted.cancelAtPeriodEnd
    ? Math.max(...items.map((item) => item.current_period_end))
    : (wanted.cancelAt ?? null)
  const subscription: Subscription = {
    id,
    object: 'subscription',
    billing_cycle_anchor: wanted.trialEnd ?? now,
    billing_mode: { type: 'flexible' },
    cancel_at: cancelAt,
    cancel_at_period_end: wanted.cancelAtPeriodEnd ?? false,
    canceled_at: cancelAt ? now : null,
    cancellation_details: {
      comment: null,
      feedback: null,
      reason: cancelAt ? 'cancellation_requested' : null,
    },
    collection_method: 'charge_automatically',
    created: now,
    currency: first.currency,
    customer: wanted.customer,
    default_payment_method: wanted.ownMethod ? (wanted.method?.id ?? null) : null,
    description: wanted.description,
    ended_at: null,
    items: {
      object: 'list',
      url: `/v1/subscription_items?subscription=${id}`,
      has_more: false,
      data: items,
    },
    latest_invoice: null,
    livemode: false,
    metadata: wanted.metadata,
    schedule: null,
    start_date: now,
    status: wanted.trialEnd ? 'trialing' : 'active',
    trial_end: wanted.trialEnd,
    trial_start: wanted.trialEnd ? now : null,
    local: { pendingLines: [], trialEndAnnounced: false },
  }
  const draft = draftInvoice(
    account,
    subscription,
    'subscription_create',
    items.map((item) =>
      invoiceLine(
        account,
        item,
        { start: now, end: item.current_period_end },
        wanted.trialEnd ? freeTrial(account, item) : undefined,
      ),
    ),
  )
  subscription.latest_invoice = draft.id
  const refused = draft.amount_due > 0 && (!wanted.method || wanted.method.local.declineCode)
  if (refused) subscription.status = 'incomplete'
  store.save(subscription)
  announce(subscription)
  emit(account, 'customer.subscription.created', subscription)
  collectInvoice(account, openInvoice(account, draft), wanted.method)
  return subscription
}

export function newItem(
  subscription: string,
  price: RecurringPrice,
  quantity: number,
  period: { start: number; end: number },
): SubscriptionItem {
  return {
    id: newId('si', 14),
    object: 'subscription_item',
    created: period.start,
    current_period_end: period.end,
    current_period_start: period.start,
    metadata: {},
    price,
    quantity,
    subscription,
  }
}

export function recurringPrice(account: Account, id: string, param = 'items'): RecurringPrice {
  const price = account.store.get('price', id, param)
  if (!price.active) {
    throw invalidParam(
      param,
      `The price specified is inactive. This field only accepts active prices.`,
    )
  }
  if (!isRecurring(price)) {
    throw invalidParam(
      param,
      `The price specified is set to \`type=one_time\` but this field only accepts prices with \`type=recurring\`.`,
    )
  }
  return price
}

export function isRecurring(price: Price): price is RecurringPrice {
  return price.recurring !== null
}

/** The intervals may differ: a yearly plan with monthly seats is renewed item by item. */
export function refuseMixedCurrencies(prices: RecurringPrice[]): void {
  const [first, ...rest] = prices
  if (rest.some((price) => price.currency !== first?.currency)) {
    throw new StripeError(400, 'All prices on a subscription must use the same currency.')
  }
}

export function sameInterval(a: RecurringPrice, b: RecurringPrice): boolean {
  return Bun.deepEquals(a.recurring, b.recurring)
}

/** The first payment for these lines when there is no trial. */
export function firstAmount(account: Account, lines: CheckoutLine[]): number {
  return lines.reduce(
    (sum, line) => sum + priceAmount(account.store.get('price', line.price), line.quantity),
    0,
  )
}

function freeTrial(account: Account, { price }: SubscriptionItem) {
  return {
    amount: 0,
    description: `Free trial of ${account.store.get('product', price.product).name}`,
  }
}
