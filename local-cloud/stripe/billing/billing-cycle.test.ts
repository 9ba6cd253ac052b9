import { afterEach, beforeEach, expect, test } from 'bun:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account } from '../account.ts'
import { createCustomer } from '../api/customers.ts'
import { Store } from '../store.ts'
import type { Price } from '../wire-objects.ts'
import { WebhookLog } from '../webhooks/webhook-log.ts'
import { catchUp } from './billing-cycle.ts'
import { attachCard, testCards } from './cards.ts'
import { createSubscription } from './create-subscription.ts'

const day = 86_400

let folder: string
let account: Account
let clock: number
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'billing-cycle-'))
  const store = new Store(folder)
  clock = Date.parse('2027-01-31T09:00:00Z') / 1_000
  account = {
    store,
    webhooks: new WebhookLog(store.database),
    url: 'http://stripe.test',
    now: () => clock,
  }
})
afterEach(() => {
  account.store.close()
  rmSync(folder, { recursive: true })
})

function price(id: string, unitAmount: number, interval: 'month' | 'year'): string {
  const shared = { active: true, created: clock, livemode: false, metadata: {} } as const
  account.store.save({
    ...shared,
    id: `prod_${id}`,
    object: 'product',
    default_price: null,
    description: null,
    images: [],
    marketing_features: [],
    name: id,
    type: 'service',
    updated: clock,
  })
  const made: Price = {
    ...shared,
    id,
    object: 'price',
    billing_scheme: 'per_unit',
    currency: 'eur',
    lookup_key: id,
    nickname: null,
    product: `prod_${id}`,
    recurring: {
      interval,
      interval_count: 1,
      meter: null,
      trial_period_days: null,
      usage_type: 'licensed',
    },
    tax_behavior: 'unspecified',
    tiers_mode: null,
    type: 'recurring',
    unit_amount: unitAmount,
    unit_amount_decimal: String(unitAmount),
  }
  return account.store.save(made).id
}

function subscribe(lines: { price: string; quantity: number }[], trialDays?: number): string {
  const customer = createCustomer(account, { email: 'ada@shop.test' })
  const card = { number: testCards.works, expiry: '12 / 39', cvc: '123', name: 'Ada' }
  return createSubscription(account, {
    customer: customer.id,
    lines,
    trialEnd: trialDays ? clock + trialDays * day : null,
    metadata: {},
    description: null,
    method: attachCard(account, customer.id, card, customer.email),
    ownMethod: true,
  }).id
}

const invoices = () => account.store.list('invoice').map((invoice) => invoice.total)
const types = () => account.webhooks.events().map((event) => event.type)
const dates = (id: string) =>
  account.store
    .get('subscription', id)
    .items.data.map((item) => new Date(item.current_period_end * 1_000).toISOString().slice(0, 10))

test('nothing is due before its time', () => {
  subscribe([{ price: price('pro', 2_000, 'month'), quantity: 1 }])
  const before = types()
  clock += 27 * day
  catchUp(account)
  expect(types()).toEqual(before)
})

test('a yearly plan with monthly seats: the seats alone renew by the month', () => {
  const id = subscribe([
    { price: price('team', 49_000, 'year'), quantity: 1 },
    { price: price('seat', 900, 'month'), quantity: 3 },
  ])
  expect(dates(id)).toEqual(['2028-01-31', '2027-02-28'])
  clock += 28 * day
  catchUp(account)
  expect(dates(id)).toEqual(['2028-01-31', '2027-03-31'])
  expect(invoices()).toEqual([2_700, 51_700])
})

test('a long absence is made up for, period by period', () => {
  const id = subscribe([{ price: price('pro', 2_000, 'month'), quantity: 1 }])
  clock += 100 * day
  catchUp(account)
  expect(invoices()).toEqual([2_000, 2_000, 2_000, 2_000])
  expect(dates(id)).toEqual(['2027-05-31'])
  catchUp(account)
  expect(invoices()).toHaveLength(4)
})

test('the end of a trial is announced three days before, once', () => {
  const id = subscribe([{ price: price('pro', 2_000, 'month'), quantity: 1 }], 14)
  const announced = () => types().filter((type) => type.endsWith('trial_will_end')).length
  clock += 10 * day
  catchUp(account)
  expect(announced()).toBe(0)
  clock += day
  catchUp(account)
  catchUp(account)
  expect(announced()).toBe(1)
  clock += 3 * day
  catchUp(account)
  expect(announced()).toBe(1)
  expect(account.store.get('subscription', id).status).toBe('active')
  expect(invoices()).toEqual([2_000, 0])
})
