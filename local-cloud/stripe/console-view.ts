import type { Account } from './account.ts'
import { formatAmount, formatRates } from './billing/amounts.ts'
import { cardName } from './billing/cards.ts'
import { nextPeriodEnd, payingCard } from './billing/invoices.ts'
import type { Customer, Invoice, Subscription } from './wire-objects.ts'

/** A customer on the local console. Times are Unix milliseconds, amounts are formatted. */
export interface CustomerView {
  id: string
  name: string | null
  email: string | null
  createdAt: number
  deleted: boolean
  metadata: Record<string, string>
  /** The number of subscriptions that have not ended. */
  subscriptions: number
}

export interface SubscriptionView {
  id: string
  customer: { id: string; name: string | null; email: string | null }
  /** "Pro", or "Team, Seats × 3". */
  plan: string
  /** "€29.00 a month". */
  price: string
  status: Subscription['status']
  createdAt: number
  /** End of the trial, or of the first of its items' periods. */
  periodEndsAt: number
  /** When it is set to end. */
  cancelAt: number | null
  endedAt: number | null
  /** "Visa ending in 4242". */
  card: string | null
  /** True if `advance` can do anything with it. */
  canAdvance: boolean
}

export interface InvoiceView {
  id: string
  number: string | null
  customer: { id: string; name: string | null; email: string | null }
  amount: string
  status: Invoice['status']
  createdAt: number
  url: string | null
}

export function customerViews(account: Account): CustomerView[] {
  const subscribers = account.store
    .list('subscription')
    .filter((subscription) => !subscription.ended_at)
    .map((subscription) => subscription.customer)
  return account.store.list('customer').map((customer) => ({
    id: customer.id,
    name: customer.name,
    email: customer.email,
    createdAt: customer.created * 1_000,
    deleted: customer.deleted ?? false,
    metadata: customer.metadata,
    subscriptions: subscribers.filter((id) => id === customer.id).length,
  }))
}

export function subscriptionViews(account: Account): SubscriptionView[] {
  return account.store
    .list('subscription')
    .map((subscription) => subscriptionView(account, subscription))
}

export function subscriptionView(account: Account, subscription: Subscription): SubscriptionView {
  const card = payingCard(account, subscription)
  const ms = (seconds: number | null) => (seconds === null ? null : seconds * 1_000)
  return {
    id: subscription.id,
    customer: customerName(account.store.get('customer', subscription.customer)),
    plan: planName(account, subscription),
    price: planPrice(subscription),
    status: subscription.status,
    createdAt: subscription.created * 1_000,
    periodEndsAt: nextPeriodEnd(subscription) * 1_000,
    cancelAt: ms(subscription.cancel_at),
    endedAt: ms(subscription.ended_at),
    card: card ? cardName(card) : null,
    canAdvance: subscription.ended_at === null,
  }
}

export function invoiceViews(account: Account): InvoiceView[] {
  return account.store.list('invoice').map((invoice) => ({
    id: invoice.id,
    number: invoice.number,
    customer: customerName(account.store.get('customer', invoice.customer)),
    amount: formatAmount(invoice.total, invoice.currency),
    status: invoice.status,
    createdAt: invoice.created * 1_000,
    url: invoice.hosted_invoice_url,
  }))
}

/** The names of its products with the quantities that are not one. */
export function planName(account: Account, { items }: Subscription): string {
  return items.data
    .map(({ price, quantity }) => {
      const { name } = account.store.get('product', price.product)
      return quantity === 1 ? name : `${name} × ${quantity}`
    })
    .join(', ')
}

/** "€29.00 a month", or "€490.00 a year and €18.00 a month". */
export function planPrice({ items }: Subscription): string {
  return formatRates(items.data)
}

function customerName({ id, name, email }: Customer) {
  return { id, name, email }
}
