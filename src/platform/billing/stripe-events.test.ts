import { beforeAll, expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import type Stripe from 'stripe'
import {
  cancelAt,
  deliver,
  deliverNews,
  deliverPayload,
  eventIds,
  openShop,
  pay,
  signedInAs,
} from '../../../tests/payments.ts'
import { createPerson } from '../../../tests/people.ts'
import { stripe } from '#/adapters/stripe.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { stripeEvent, subscription } from './tables.ts'
import { user } from '#/db/schema/identity.ts'
import { copySubscription } from './copy-subscription.server.ts'

let shop: Awaited<ReturnType<typeof openShop>>
beforeAll(async () => {
  shop = await openShop()
})

async function buyer() {
  await deliverNews()
  const person = await createPerson()
  const { billing } = await signedInAs(person)
  const before = await eventIds()
  await pay((await billing.checkout({ interval: 'month' })).url)
  const events = (await eventIds()).filter((id) => !before.includes(id))
  const rows = () =>
    asSystem('test: subscriptions of a payer', (tx) =>
      tx.select().from(subscription).where(eq(subscription.referenceId, person.id)),
    )
  const row = async () => {
    const [first, ...others] = await rows()
    if (!first || others.length > 0) throw new Error(`${others.length} rows too many`)
    return first
  }
  return { person, billing, events, rows, row }
}

const recorded = (id: string) =>
  asSystem('test: a Stripe event', async (tx) => {
    const [event] = await tx.select().from(stripeEvent).where(eq(stripeEvent.id, id))
    return event
  })

/** An event as Stripe would send it, about a subscription as it is. */
const eventAbout = (type: Stripe.Event['type'], object: object) => ({
  id: `evt_${crypto.randomUUID()}`,
  object: 'event',
  api_version: '2026-01-01',
  created: Math.floor(Date.now() / 1000),
  type,
  data: { object },
})

test('what nobody signed, what was altered, and what is too old is refused and not written down', async () => {
  const { events, row } = await buyer()
  const [event = ''] = events
  expect((await deliver(event, { secret: 'whsec_wrong' })).status).toBe(400)
  expect((await deliver(event, { body: (json) => json.replace('"id"', '"ID"') })).status).toBe(400)
  const sixMinutesAgo = Math.floor(Date.now() / 1000) - 360
  expect((await deliver(event, { timestamp: sixMinutesAgo })).status).toBe(400)
  expect(await recorded(event)).toBeUndefined()
  expect((await row()).status).toBe('incomplete')
  expect((await deliver(event)).status).toBe(200)
})

test('in any order, and more than once, the end is the same', async () => {
  const { events, row, rows } = await buyer()
  for (const id of events.toReversed()) expect((await deliver(id)).status).toBe(200)
  const first = await row()
  expect(first).toMatchObject({ status: 'trialing', plan: 'pro' })
  await Promise.all([...events, ...events].map((id) => deliver(id)))
  expect(await rows()).toEqual([first])
})

test('all at once makes one row', async () => {
  const { events, rows } = await buyer()
  const answers = await Promise.all(events.map((id) => deliver(id)))
  expect(answers.map(({ status }) => status)).toEqual(events.map(() => 200))
  expect(await rows()).toHaveLength(1)
})

test('an old event that is new to us does not bring an old state back', async () => {
  const { billing, events, row } = await buyer()
  await deliverNews()
  await cancelAt((await billing.cancel({})).url)
  const { stripeSubscriptionId } = await row()
  shop.advance(stripeSubscriptionId ?? '')
  await deliverNews()
  expect((await row()).status).toBe('canceled')
  const old = events.find((id) => shop.payload(id)?.includes('"customer.subscription.created"'))
  const payload: Stripe.Event = JSON.parse(shop.payload(old ?? '') ?? '')
  expect(payload.data.object).toMatchObject({ status: 'trialing' })
  await deliverPayload(JSON.stringify({ ...payload, id: `evt_${crypto.randomUUID()}` }))
  expect((await row()).status).toBe('canceled')
})

test('an answer to an earlier question never replaces that to a later one', async () => {
  const { row } = await buyer()
  await deliverNews()
  const { id, stripeSubscriptionId } = await row()
  const inAnHour = new Date(Date.now() + 3_600_000)
  await asSystem('test: somebody asked later', (tx) =>
    tx
      .update(subscription)
      .set({ status: 'canceled', copiedAt: inAnHour })
      .where(eq(subscription.id, id)),
  )
  await copySubscription(stripeSubscriptionId ?? '')
  expect((await row()).status).toBe('canceled')
})

test('when Stripe cannot be asked, the event is kept, refused, and applied the next time', async () => {
  const { events, row } = await buyer()
  const created = events.find((id) => shop.payload(id)?.includes('"customer.subscription.created"'))
  const retrieve = stripe.subscriptions.retrieve
  stripe.subscriptions.retrieve = () => Promise.reject(new Error('connection reset'))
  try {
    expect((await deliver(created ?? '')).status).toBe(503)
  } finally {
    stripe.subscriptions.retrieve = retrieve
  }
  expect(await recorded(created ?? '')).toMatchObject({ appliedAt: null })
  expect((await row()).status).toBe('incomplete')

  expect((await deliver(created ?? '')).status).toBe(200)
  expect((await row()).status).toBe('trialing')
  const { appliedAt } = (await recorded(created ?? '')) ?? {}
  expect(appliedAt).toBeInstanceOf(Date)
  expect((await deliver(created ?? '')).status).toBe(200)
  expect((await recorded(created ?? ''))?.appliedAt).toEqual(appliedAt ?? null)
})

test('a subscription that was made in the dashboard belongs to its customer', async () => {
  const { person, billing, row, rows } = await buyer()
  await deliverNews()
  const { stripeCustomerId, stripeSubscriptionId } = await row()
  await stripe.subscriptions.cancel(stripeSubscriptionId ?? '')
  const [price] = (await stripe.prices.list({ lookup_keys: ['pro_year'] })).data
  await stripe.subscriptions.create({
    customer: stripeCustomerId ?? '',
    items: [{ price: price?.id }],
    trial_period_days: 30,
  })
  await deliverNews()
  expect(await rows()).toHaveLength(2)
  expect(await billing.standing({})).toMatchObject({ plan: 'pro', interval: 'year' })
  expect((await rows()).every(({ referenceId }) => referenceId === person.id)).toBe(true)
})

test('a subscription to something else, or of nobody here, is written down and gives nothing', async () => {
  const { billing, row, rows } = await buyer()
  await deliverNews()
  const { stripeCustomerId, stripeSubscriptionId } = await row()
  await stripe.subscriptions.cancel(stripeSubscriptionId ?? '')
  const product = await stripe.products.create({ name: 'Something else' })
  const price = await stripe.prices.create({
    product: product.id,
    currency: 'eur',
    unit_amount: 100,
    recurring: { interval: 'month' },
  })
  const stranger = await stripe.customers.create({ email: 'stranger@elsewhere.example' })
  for (const customer of [stripeCustomerId ?? '', stranger.id]) {
    await stripe.subscriptions.create({
      customer,
      items: [{ price: price.id }],
      trial_period_days: 9,
    })
  }
  for (const id of await deliverNews()) {
    expect((await recorded(id))?.appliedAt).toBeInstanceOf(Date)
  }
  expect(await rows()).toHaveLength(1)
  expect(await billing.standing({})).toMatchObject({ plan: 'free' })
})

test('events about what Stripe does not know, or that we do not use, do not come back for ever', async () => {
  for (const event of [
    eventAbout('customer.subscription.updated', { id: 'sub_unknown', object: 'subscription' }),
    eventAbout('charge.succeeded', { id: 'ch_1', object: 'charge' }),
    eventAbout('invoice.paid', { id: 'in_1', object: 'invoice', parent: null }),
  ]) {
    expect((await deliverPayload(JSON.stringify(event))).status).toBe(200)
    expect((await recorded(event.id))?.appliedAt).toBeInstanceOf(Date)
  }
})

test('a subscription that Stripe no longer knows has ended', async () => {
  const { person, billing, row } = await buyer()
  await deliverNews()
  const { id } = await row()
  await asSystem('test: the account was replaced', async (tx) => {
    const gone = { stripeSubscriptionId: `sub_gone_${id}`, stripeCustomerId: 'cus_gone' }
    await tx.update(subscription).set(gone).where(eq(subscription.id, id))
    await tx.update(user).set({ stripeCustomerId: 'cus_gone' }).where(eq(user.id, person.id))
  })
  const { url } = await billing.checkout({ interval: 'month' })
  expect(url).toContain('/c/')
  expect(await billing.standing({})).toMatchObject({ plan: 'free' })
})

test('a customer whom Stripe no longer knows gets a new one', async () => {
  const person = await createPerson()
  await asSystem('test: the account was replaced', (tx) =>
    tx.update(user).set({ stripeCustomerId: 'cus_gone' }).where(eq(user.id, person.id)),
  )
  const { billing } = await signedInAs(person)
  await pay((await billing.checkout({ interval: 'month' })).url)
  await deliverNews()
  expect(await billing.standing({})).toMatchObject({ plan: 'pro', status: 'trialing' })
})
