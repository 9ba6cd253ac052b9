import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import {
  addPrice,
  buy,
  cardThatFailsLater,
  goodCard,
  openShop,
  post,
  type Shop,
  until,
} from '../fixtures/stripe-shop.ts'
import { addInterval, formatAmount } from './amounts.ts'

let shop: Shop
let pro: string
let max: string
let proYear: string
beforeAll(async () => {
  shop = await openShop()
  const [a, b] = [
    await shop.stripe.products.create({ name: 'Pro' }),
    await shop.stripe.products.create({ name: 'Max' }),
  ]
  pro = (await addPrice(shop.stripe, a.id, 'pro', 2_000)).id
  proYear = (await addPrice(shop.stripe, a.id, 'pro_year', 20_000, 'year')).id
  max = (await addPrice(shop.stripe, b.id, 'max', 5_000)).id
})
afterAll(() => shop.close())

const newCustomer = () => shop.stripe.customers.create({ email: 'ada@shop.test', name: 'Ada' })

/** The types of a customer's events, oldest first. */
async function story(customer: string): Promise<string[]> {
  const types: string[] = []
  for await (const { type, data } of shop.stripe.events.list({ limit: 100 })) {
    const object = Object(data.object)
    if (object.customer === customer || object.id === customer) types.unshift(type)
  }
  return types
}

describe('a subscription', () => {
  test('paid at once: active, an invoice paid, events in order', async () => {
    const { id: customer } = await newCustomer()
    const subscription = await buy(shop, { customer, price: pro })
    expect(subscription).toMatchObject({ status: 'active', currency: 'eur', trial_end: null })
    const [item] = subscription.items.data
    expect(item?.current_period_end).toBe(
      addInterval(item?.current_period_start ?? 0, {
        interval: 'month',
        interval_count: 1,
        meter: null,
        trial_period_days: null,
        usage_type: 'licensed',
      }),
    )
    const { data: invoices } = await shop.stripe.invoices.list({ subscription: subscription.id })
    expect(invoices).toMatchObject([
      { status: 'paid', total: 2_000, amount_paid: 2_000, billing_reason: 'subscription_create' },
    ])
    expect(await story(customer)).toEqual([
      'customer.created',
      'payment_method.attached',
      'checkout.session.completed',
      'customer.subscription.created',
      'invoice.created',
      'invoice.finalized',
      'invoice.paid',
      'invoice.payment_succeeded',
    ])
    const { data: cards } = await shop.stripe.paymentMethods.list({ customer })
    expect(cards[0]?.card).toMatchObject({ brand: 'visa', last4: '4242' })
  })

  test('a trial that ends is paid and renews; one set to end does not', async () => {
    const { id: customer } = await newCustomer()
    const trial = await buy(shop, { customer, price: pro, trialDays: 7 })
    expect(trial.status).toBe('trialing')
    expect((trial.trial_end ?? 0) - (trial.trial_start ?? 0)).toBe(7 * 86_400)
    expect(shop.local.advance(trial.id).status).toBe('active')
    const active = await shop.stripe.subscriptions.retrieve(trial.id, {
      expand: ['latest_invoice'],
    })
    expect(active.latest_invoice).toMatchObject({
      total: 2_000,
      status: 'paid',
      billing_reason: 'subscription_cycle',
    })
    await shop.stripe.subscriptions.update(trial.id, { cancel_at_period_end: true })
    expect(shop.local.advance(trial.id).status).toBe('canceled')
    expect(() => shop.local.advance(trial.id)).toThrow('has already ended')
    const types = await story(customer)
    expect(types).toContain('customer.subscription.trial_will_end')
    expect(types.at(-1)).toBe('customer.subscription.deleted')
    const { data } = await shop.stripe.events.list({ type: 'customer.subscription.updated' })
    expect(data.at(-1)?.data.previous_attributes).toMatchObject({ status: 'trialing' })
  })

  test('a card that fails later makes it past due; the next refusal ends it, a new card saves it', async () => {
    const { id: customer } = await newCustomer()
    const start = () => buy(shop, { customer, price: pro, trialDays: 7, card: cardThatFailsLater })
    const lost = await start()
    expect(shop.local.advance(lost.id).status).toBe('past_due')
    expect(await story(customer)).toContain('invoice.payment_failed')
    expect(shop.local.advance(lost.id).status).toBe('canceled')

    const saved = await start()
    shop.local.advance(saved.id)
    const [invoice] = (await shop.stripe.invoices.list({ customer, status: 'open' })).data
    const address = invoice?.hosted_invoice_url ?? ''
    expect((await post(address, cardThatFailsLater)).status).toBe(402)
    expect((await shop.stripe.subscriptions.retrieve(saved.id)).status).toBe('past_due')
    expect((await post(address, goodCard)).status).toBe(303)
    expect((await shop.stripe.subscriptions.retrieve(saved.id)).status).toBe('active')
    expect(shop.local.advance(saved.id).status).toBe('active')
  })

  test('without a card it cannot start; with one whose charge fails it stays incomplete', async () => {
    const { id: customer } = await newCustomer()
    const create = () => shop.stripe.subscriptions.create({ customer, items: [{ price: pro }] })
    expect(create()).rejects.toThrow('has no attached payment source')
    const card = await shop.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer })
    await shop.stripe.customers.update(customer, {
      invoice_settings: { default_payment_method: card.id },
    })
    expect((await create()).status).toBe('incomplete')
  })

  test('clearing either field takes a planned end back', async () => {
    const { id: customer } = await newCustomer()
    const { id } = await buy(shop, { customer, price: pro })
    const ending = await shop.stripe.subscriptions.update(id, { cancel_at_period_end: true })
    expect(ending.cancel_at).toBe(ending.items.data[0]?.current_period_end ?? 0)
    const kept = await shop.stripe.subscriptions.update(id, { cancel_at: '' })
    expect(kept).toMatchObject({ cancel_at: null, cancel_at_period_end: false, canceled_at: null })
  })

  test('deleting the customer ends it', async () => {
    const { id: customer } = await newCustomer()
    const { id } = await buy(shop, { customer, price: pro })
    await shop.stripe.customers.del(customer)
    expect((await shop.stripe.subscriptions.retrieve(id)).status).toBe('canceled')
    expect(await shop.stripe.customers.retrieve(customer)).toMatchObject({ deleted: true })
    expect(shop.stripe.customers.update(customer, { name: 'B' })).rejects.toThrow(
      'No such customer',
    )
  })
})

describe('changes of plan', () => {
  test('more seats are prorated onto the next invoice', async () => {
    const { id: customer } = await newCustomer()
    const { id, items } = await buy(shop, { customer, price: pro, quantity: 2 })
    const item = items.data[0]?.id
    await shop.stripe.subscriptions.update(id, { items: [{ id: item, quantity: 3 }] })
    expect((await shop.stripe.invoices.list({ customer })).data).toHaveLength(1)
    shop.local.advance(id)
    const [next] = (await shop.stripe.invoices.list({ customer })).data
    // The change came seconds after the start: about one whole seat for the running period.
    expect(next?.total).toBeWithin(7_990, 8_001)
    expect(next?.lines.data.map((line) => line.amount)).toEqual([-4_000, 6_000, 6_000])
  })

  test('a cheaper plan leaves a credit that the next invoice uses', async () => {
    const { id: customer } = await newCustomer()
    const { id, items } = await buy(shop, { customer, price: max })
    const change = { id: items.data[0]?.id, price: pro }
    await shop.stripe.subscriptions.update(id, {
      items: [change],
      proration_behavior: 'always_invoice',
    })
    const credited = await shop.stripe.customers.retrieve(customer)
    expect(credited).toMatchObject({ balance: -3_000 })
    shop.local.advance(id)
    const [next] = (await shop.stripe.invoices.list({ customer })).data
    expect(next).toMatchObject({ total: 2_000, amount_due: 0, status: 'paid' })
    expect(await shop.stripe.customers.retrieve(customer)).toMatchObject({ balance: -1_000 })
  })

  test('another interval starts a new period now', async () => {
    const { id: customer } = await newCustomer()
    const { id, items } = await buy(shop, { customer, price: pro })
    const changed = await shop.stripe.subscriptions.update(id, {
      items: [{ id: items.data[0]?.id, price: proYear }],
    })
    const [item] = changed.items.data
    const days = ((item?.current_period_end ?? 0) - (item?.current_period_start ?? 0)) / 86_400
    expect(days).toBeWithin(365, 367)
    const [invoice] = (await shop.stripe.invoices.list({ customer })).data
    expect(invoice?.total).toBe(18_000)
  })

  test('a yearly plan with monthly seats renews item by item', async () => {
    const { id: customer } = await newCustomer()
    const session = await shop.stripe.checkout.sessions.create({
      mode: 'subscription',
      customer,
      line_items: [
        { price: proYear, quantity: 1 },
        { price: pro, quantity: 2 },
      ],
      success_url: 'http://shop.test/ok',
    })
    expect(await (await fetch(session.url ?? '')).text()).toContain(
      '€200.00 a year and €40.00 a month',
    )
    await post(session.url ?? '', goodCard)
    const [subscription] = (await shop.stripe.subscriptions.list({ customer })).data
    const ends = subscription?.items.data.map((item) => item.current_period_end) ?? []
    expect(Number(ends[0]) - Number(ends[1])).toBeGreaterThan(300 * 86_400)
    const ending = await shop.stripe.subscriptions.update(subscription?.id ?? '', {
      cancel_at_period_end: true,
    })
    expect(ending.cancel_at).toBe(Number(ends[0]))
    expect(shop.local.advance(ending.id).status).toBe('canceled')
  })
})

test('what came due while the server was off happens at the next start', async () => {
  const { id: customer } = await newCustomer()
  const { id } = await buy(shop, { customer, price: pro })
  await shop.stripe.subscriptions.update(id, { cancel_at: Math.floor(Date.now() / 1_000) + 1 })
  await Bun.sleep(1_100)
  await shop.restart()
  expect((await shop.stripe.subscriptions.retrieve(id)).status).toBe('canceled')
  await until('the webhook', () =>
    shop.hook.events.some(
      ({ type, data }) => type.endsWith('.deleted') && Object(data.object).id === id,
    ),
  )
})

describe('amounts', () => {
  test('months end where they end, and currencies keep their decimals', () => {
    const monthly = {
      interval: 'month',
      interval_count: 1,
      meter: null,
      trial_period_days: null,
      usage_type: 'licensed',
    } as const
    const at = (date: string) => Date.parse(date) / 1_000
    expect(addInterval(at('2027-01-31T12:00:00Z'), monthly)).toBe(at('2027-02-28T12:00:00Z'))
    expect(addInterval(at('2028-02-29T00:00:00Z'), { ...monthly, interval: 'year' })).toBe(
      at('2029-02-28T00:00:00Z'),
    )
    expect(formatAmount(2_900, 'eur')).toBe('€29.00')
    expect(formatAmount(2_900, 'jpy')).toBe('¥2,900')
  })
})
