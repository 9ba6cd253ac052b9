import { type Account } from '../account.ts'
import { invalidParam } from '../api/stripe-error.ts'
import type {
  InvoiceLine,
  RecurringPrice,
  Subscription,
  SubscriptionItem,
} from '../wire-objects.ts'
import { addInterval, priceAmount } from './amounts.ts'
import {
  newItem,
  recurringPrice,
  refuseMixedCurrencies,
  sameInterval,
} from './create-subscription.ts'
import { draftInvoice, invoiceLine } from './invoices.ts'

export interface ItemChange {
  /** The id of the item that changes; without it an item is added. */
  id?: string
  price?: string
  quantity?: number
  deleted?: boolean
}

export type ProrationBehavior = 'create_prorations' | 'always_invoice' | 'none'

interface Change {
  subscription: Subscription
  /** Lines to invoice at once; prorations that wait are in the subscription. */
  linesNow: InvoiceLine[]
}

/** The subscription with its items changed, and the lines that follow; nothing is saved. */
export function changeItems(
  account: Account,
  subscription: Subscription,
  changes: ItemChange[],
  prorationBehavior: ProrationBehavior,
): Change {
  const now = account.now()
  const before = subscription.items.data
  const after = itemsAfter(account, subscription, changes)
  refuseMixedCurrencies(after.map((item) => item.price))
  const withItems = (data: SubscriptionItem[]): Subscription => ({
    ...subscription,
    items: { ...subscription.items, data },
  })
  if (subscription.status !== 'active') return { subscription: withItems(after), linesNow: [] }

  // An item that changes its interval starts a period of its own now, and is paid now.
  const restarts = (item: SubscriptionItem) =>
    before.some(({ id, price }) => id === item.id && !sameInterval(price, item.price))
  const data = after.map((item) => (restarts(item) ? startedNow(item, now) : item))
  const full = data.filter(restarts).map((item) => invoiceLine(account, item, periodOf(item)))
  const prorated =
    prorationBehavior === 'none' ? [] : prorations(account, before, data, restarts, now)
  if (full.length > 0 || prorationBehavior === 'always_invoice') {
    const anchor = full.length > 0 ? now : subscription.billing_cycle_anchor
    return {
      subscription: { ...withItems(data), billing_cycle_anchor: anchor },
      linesNow: [...prorated, ...full],
    }
  }
  const { local } = subscription
  return {
    subscription: {
      ...withItems(data),
      local: { ...local, pendingLines: [...local.pendingLines, ...prorated] },
    },
    linesNow: [],
  }
}

/** The price of a change, today and from the next period on. */
export function previewChange(
  account: Account,
  subscription: Subscription,
  changes: ItemChange[],
): { dueNow: number; nextAmount: number; nextAt: number; lines: InvoiceLine[] } {
  const change = changeItems(account, subscription, changes, 'always_invoice')
  const items = change.subscription.items.data
  const balance = account.store.get('customer', subscription.customer).balance
  const total = change.linesNow.length
    ? draftInvoice(account, subscription, 'subscription_update', change.linesNow).total
    : 0
  return {
    dueNow: Math.max(total + balance, 0),
    nextAmount: items.reduce((sum, item) => sum + priceAmount(item.price, item.quantity), 0),
    nextAt: items[0]?.current_period_end ?? account.now(),
    lines: change.linesNow,
  }
}

function itemsAfter(
  account: Account,
  subscription: Subscription,
  changes: ItemChange[],
): SubscriptionItem[] {
  let items = subscription.items.data
  const now = account.now()
  // A new item joins those that are billed when it is; all of a trial end together.
  const periodFor = (price: RecurringPrice) => {
    const companion = items.find(
      (item) => subscription.status === 'trialing' || sameInterval(item.price, price),
    )
    return companion ? periodOf(companion) : { start: now, end: addInterval(now, price.recurring) }
  }
  for (const [index, change] of changes.entries()) {
    const param = `items[${index}]`
    if (change.id) {
      const item = items.find(({ id }) => id === change.id)
      if (!item) {
        throw invalidParam(
          `${param}[id]`,
          `No such subscription_item: '${change.id}'`,
          'resource_missing',
        )
      }
      const changed = {
        ...item,
        price: change.price ? recurringPrice(account, change.price, `${param}[price]`) : item.price,
        quantity: change.quantity ?? item.quantity,
      }
      items = change.deleted
        ? items.filter((other) => other !== item)
        : items.map((other) => (other === item ? changed : other))
    } else {
      if (!change.price)
        throw invalidParam(
          `${param}[price]`,
          `Missing required param: ${param}[price].`,
          'parameter_missing',
        )
      const price = recurringPrice(account, change.price, `${param}[price]`)
      if (items.some((item) => item.price.id === price.id)) {
        throw invalidParam(
          `${param}[price]`,
          `Cannot add multiple subscription items with the same plan: ${price.id}`,
        )
      }
      items = [...items, newItem(subscription.id, price, change.quantity ?? 1, periodFor(price))]
    }
  }
  if (items.length === 0) {
    throw invalidParam('items', 'A subscription must have at least one active plan.')
  }
  return items
}

function prorations(
  account: Account,
  before: SubscriptionItem[],
  after: SubscriptionItem[],
  restarts: (item: SubscriptionItem) => boolean,
  now: number,
): InvoiceLine[] {
  const unchanged = (item: SubscriptionItem, others: SubscriptionItem[]) =>
    others.some(
      ({ id, price, quantity }) =>
        id === item.id && price.id === item.price.id && quantity === item.quantity,
    )
  return [
    ...before.filter((item) => !unchanged(item, after)).map((item) => unused(account, item, now)),
    ...after
      .filter((item) => !unchanged(item, before) && !restarts(item))
      .map((item) => remaining(account, item, now)),
  ]
}

function startedNow(item: SubscriptionItem, now: number): SubscriptionItem {
  return {
    ...item,
    current_period_start: now,
    current_period_end: addInterval(now, item.price.recurring),
  }
}

function periodOf({ current_period_start: start, current_period_end: end }: SubscriptionItem) {
  return { start, end }
}

function unused(account: Account, item: SubscriptionItem, now: number): InvoiceLine {
  return prorated(account, item, now, -1, `Unused time on ${itemName(account, item)}`)
}

function remaining(account: Account, item: SubscriptionItem, now: number): InvoiceLine {
  return prorated(account, item, now, 1, `Remaining time on ${itemName(account, item)}`)
}

function prorated(
  account: Account,
  item: SubscriptionItem,
  now: number,
  sign: 1 | -1,
  description: string,
): InvoiceLine {
  const { current_period_start: start, current_period_end: end } = item
  const share = Math.min(Math.max((end - now) / (end - start), 0), 1)
  const amount = sign * Math.round(priceAmount(item.price, item.quantity) * share)
  return invoiceLine(account, item, { start: Math.min(now, end), end }, { amount, description })
}

function itemName(account: Account, { price, quantity }: SubscriptionItem): string {
  const { name } = account.store.get('product', price.product)
  return quantity === 1 ? name : `${quantity} × ${name}`
}
