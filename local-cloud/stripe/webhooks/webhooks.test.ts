import { afterEach, beforeEach, expect, test } from 'bun:test'
import Stripe from 'stripe'
import { openShop, secretKey, type Shop, until, webhookSecret } from '../fixtures/stripe-shop.ts'
import { retryDelayMs } from './webhook-log.ts'
import { signatureHeader } from './webhook-sender.ts'

let shop: Shop
beforeEach(async () => {
  shop = await openShop()
})
afterEach(() => shop.close())

const delivered = () => shop.local.deliveries({ limit: 100 }).filter((d) => d.state === 'delivered')

test('the SDK accepts the signature, and refuses it over any other byte, secret or time', async () => {
  const { webhooks } = new Stripe(secretKey)
  const body = '{"object":"event","id":"evt_1"}'
  const now = Math.floor(Date.now() / 1_000)
  const check = (text: string, header: string, secret: string) =>
    webhooks.constructEventAsync(text, header, secret)
  const header = signatureHeader(body, webhookSecret, now)
  expect(await check(body, header, webhookSecret)).toMatchObject({ id: 'evt_1' })
  expect(check(`${body} `, header, webhookSecret)).rejects.toThrow('signature')
  expect(check(body, header, 'whsec_other')).rejects.toThrow('signature')
  const old = signatureHeader(body, webhookSecret, now - 600)
  expect(check(body, old, webhookSecret)).rejects.toThrow('tolerance')
})

test('first attempts arrive in order, and events can be read back', async () => {
  const customer = await shop.stripe.customers.create({ name: 'Ada' })
  for (const name of ['B', 'C', 'D', 'E']) await shop.stripe.customers.update(customer.id, { name })
  await until('five events', () => shop.hook.events.length === 5)
  const names = shop.hook.events.map(({ data }) => Object(data.object).name)
  expect(names).toEqual(['Ada', 'B', 'C', 'D', 'E'])
  expect(shop.hook.events[1]?.data.previous_attributes).toEqual({ name: 'Ada' })
  const events = await shop.stripe.events.list({ type: 'customer.updated' })
  expect(events.data).toHaveLength(4)
  const [newest] = events.data
  expect(await shop.stripe.events.retrieve(newest?.id ?? '')).toMatchObject({
    type: 'customer.updated',
  })
})

test('a change that changes nothing tells nothing', async () => {
  const customer = await shop.stripe.customers.create({ name: 'Ada' })
  await shop.stripe.customers.update(customer.id, { name: 'Ada' })
  expect((await shop.stripe.events.list()).data).toHaveLength(1)
})

test('a failed delivery is tried again after about a second and logged', async () => {
  shop.hook.answers.push(500)
  await shop.stripe.customers.create({ name: 'Ada' })
  await until('the delivery', () => delivered().length === 1)
  const [delivery] = shop.local.deliveries({ limit: 10 })
  expect(delivery?.attempts.map(({ status }) => status)).toEqual([500, 200])
  expect(delivery?.attempts[0]?.excerpt).toBe('Not now.')
  const [first, second] = delivery?.attempts.map(({ at }) => at) ?? []
  expect(Number(second) - Number(first)).toBeWithin(900, 2_500)
  expect(shop.hook.events).toHaveLength(1)
})

test('waits double up to five minutes', () => {
  expect([1, 2, 3, 4].map(retryDelayMs)).toEqual([1_000, 2_000, 4_000, 8_000])
  expect(retryDelayMs(15)).toBe(300_000)
})

test('what was not delivered before a restart is delivered after it', async () => {
  await shop.restart('http://127.0.0.1:9/nobody-listens')
  await shop.stripe.customers.create({ name: 'Ada' })
  await until(
    'a failed attempt',
    () => shop.local.deliveries({ limit: 1 })[0]?.attempts.length === 1,
  )
  expect(shop.local.deliveries({ limit: 1 })[0]).toMatchObject({ state: 'waiting' })
  await shop.restart()
  await until('the delivery', () => delivered().length === 1)
  expect(shop.hook.events.map(({ type }) => type)).toEqual(['customer.created'])
})

test('an attempt that a stop breaks off is made again after the start', async () => {
  const silent = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch: () => new Promise<never>(() => {}),
  })
  await shop.restart(`http://127.0.0.1:${silent.port}`)
  await shop.stripe.customers.create({ name: 'Ada' })
  await until('an attempt', () => silent.pendingRequests === 1)
  await shop.restart()
  await silent.stop(true)
  await until('the delivery', () => delivered().length === 1)
  expect(delivered()[0]?.attempts).toHaveLength(1)
})

test('one that was delivered can be sent again by hand, by its id or the event’s', async () => {
  await shop.stripe.customers.create({ name: 'Ada' })
  await until('the delivery', () => delivered().length === 1)
  const [delivery] = delivered()
  const again = await shop.local.resend(delivery?.id ?? '')
  expect(again.attempts).toHaveLength(2)
  await shop.local.resend(delivery?.eventId ?? '')
  expect(shop.hook.events.map(({ id }) => id)).toEqual(Array(3).fill(delivery?.eventId))
  expect(shop.local.resend('evt_unknown')).rejects.toThrow('evt_unknown')
})

test('a slow customer does not hold up the others', async () => {
  const held: (() => void)[] = []
  const order: string[] = []
  const server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    async fetch(request) {
      const { data } = await request.json()
      order.push(data.object.name)
      if (data.object.name === 'Slow') await new Promise<void>((resolve) => held.push(resolve))
      return new Response('ok')
    },
  })
  await shop.restart(`http://127.0.0.1:${server.port}`)
  const customer = await shop.stripe.customers.create({ name: 'Slow' })
  await shop.stripe.customers.update(customer.id, { name: 'Slow too' })
  await shop.stripe.customers.create({ name: 'Quick' })
  await until('the quick one', () => delivered().length === 1)
  expect(order).toEqual(['Slow', 'Quick'])
  for (const release of held) release()
  await until('all', () => delivered().length === 3)
  expect(order).toEqual(['Slow', 'Quick', 'Slow too'])
  await server.stop(true)
})
