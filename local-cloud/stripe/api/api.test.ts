import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import Stripe from 'stripe'
import { addPrice, openShop, sdkFor, type Shop, secretKey } from '../fixtures/stripe-shop.ts'
import { startLocalStripe } from '../start-local-stripe.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(() => shop.close())

async function failure(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Stripe.errors.StripeError))
    throw new Error(`No Stripe error: ${String(error)}`)
  const { type, statusCode, code, param, message } = error
  return { type, statusCode, code, param, message }
}

describe('refusals, as the SDK sees them', () => {
  test('a wrong key is 401, with most of the key hidden', async () => {
    const error = await failure(sdkFor(shop.local.url, 'sk_test_stranger').customers.list())
    expect(error).toMatchObject({ type: 'StripeAuthenticationError', statusCode: 401 })
    expect(error.message).toBe('Invalid API Key provided: sk_test_****nger')
  })

  test('no key at all is 401', async () => {
    const response = await fetch(`${shop.local.url}/v1/customers`)
    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error' } })
  })

  test('an unknown id is 404 resource_missing', async () => {
    expect(await failure(shop.stripe.customers.retrieve('cus_nobody'))).toEqual({
      type: 'StripeInvalidRequestError',
      statusCode: 404,
      code: 'resource_missing',
      param: 'id',
      message: "No such customer: 'cus_nobody'",
    })
  })

  test('an id of another kind is as unknown', async () => {
    const product = await shop.stripe.products.create({ name: 'Pro' })
    expect((await failure(shop.stripe.subscriptions.retrieve(product.id))).code).toBe(
      'resource_missing',
    )
  })

  test('a missing parameter is named', async () => {
    const product = await shop.stripe.products.create({ name: 'Pro' })
    const create = shop.stripe.prices.create({ product: product.id, currency: '' })
    expect((await failure(create)).param).toBe('currency')
    const response = await fetch(`${shop.local.url}/v1/products`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secretKey}` },
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toEqual({
      error: {
        type: 'invalid_request_error',
        message: 'Missing required param: name.',
        code: 'parameter_missing',
        param: 'name',
      },
    })
  })

  test('a parameter that does not exist is refused, nested ones too', async () => {
    const response = await fetch(`${shop.local.url}/v1/customers/cus_x`, {
      method: 'POST',
      body: 'invoice_settings[color]=red',
      headers: { authorization: `Bearer ${secretKey}` },
    })
    expect(await response.json()).toMatchObject({
      error: { code: 'parameter_unknown', param: 'invoice_settings[color]' },
    })
  })

  test('an endpoint that is not there is 404 and named', async () => {
    const error = await failure(shop.stripe.charges.list())
    expect(error.statusCode).toBe(404)
    expect(error.message).toStartWith('Unrecognized request URL (GET: /v1/charges).')
  })

  test('a body of more than 256 KB is refused', async () => {
    const error = await failure(shop.stripe.customers.create({ description: 'x'.repeat(300_000) }))
    expect(error.statusCode).toBe(413)
  })

  test('keys that reach into prototypes are refused', async () => {
    for (const body of ['metadata[__proto__]=x', '__proto__[a]=x', 'metadata[a][constructor]=1']) {
      const response = await fetch(`${shop.local.url}/v1/customers`, {
        method: 'POST',
        body,
        headers: { authorization: `Bearer ${secretKey}` },
      })
      expect(response.status).toBe(400)
    }
  })
})

describe('idempotency keys', () => {
  test('the same request is answered from memory, across a restart', async () => {
    const create = () =>
      shop.stripe.customers.create({ email: 'once@shop.test' }, { idempotencyKey: 'once' })
    const first = await create()
    await shop.restart()
    const second = await create()
    expect(second.id).toBe(first.id)
    expect(new Headers(second.lastResponse.headers).get('idempotent-replayed')).toBe('true')
    expect((await shop.stripe.customers.list({ email: 'once@shop.test' })).data).toHaveLength(1)
  })

  test('another request under the same key is an error', async () => {
    await shop.stripe.customers.create({ name: 'A' }, { idempotencyKey: 'reused' })
    const error = await failure(
      shop.stripe.customers.create({ name: 'B' }, { idempotencyKey: 'reused' }),
    )
    expect(error).toMatchObject({ type: 'StripeIdempotencyError', statusCode: 400 })
  })

  test('many at once make one', async () => {
    const made = await Promise.all(
      Array.from({ length: 20 }, () =>
        shop.stripe.customers.create({ name: 'Racer' }, { idempotencyKey: 'race' }),
      ),
    )
    expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  })
})

describe('lists', () => {
  test('pages go through everything once, newest first', async () => {
    const made: string[] = []
    for (let index = 0; index < 7; index++) {
      made.push((await shop.stripe.customers.create({ email: 'page@shop.test' })).id)
    }
    const seen: string[] = []
    for await (const { id } of shop.stripe.customers.list({ email: 'page@shop.test', limit: 3 })) {
      seen.push(id)
    }
    expect(seen).toEqual(made.toReversed())
    const before = await shop.stripe.customers.list({
      email: 'page@shop.test',
      ending_before: seen[3],
      limit: 2,
    })
    expect(before.data.map(({ id }) => id)).toEqual(seen.slice(1, 3))
    expect(before.has_more).toBe(true)
  })

  test('prices are found by lookup key, which moves only when told to', async () => {
    const { id: product } = await shop.stripe.products.create({ name: 'Keyed' })
    const old = await addPrice(shop.stripe, product, 'keyed', 100)
    const again = { product, currency: 'eur', unit_amount: 200, lookup_key: 'keyed' }
    expect((await failure(shop.stripe.prices.create(again))).message).toContain(old.id)
    const moved = await shop.stripe.prices.create({ ...again, transfer_lookup_key: true })
    const found = await shop.stripe.prices.list({ lookup_keys: ['keyed'], active: true })
    expect(found.data.map(({ id }) => id)).toEqual([moved.id])
  })

  test('expand puts the objects where their ids were', async () => {
    const { id } = await shop.stripe.products.create({ name: 'Expanded' })
    const price = await addPrice(shop.stripe, id, 'expanded', 100)
    const expanded = await shop.stripe.prices.retrieve(price.id, { expand: ['product'] })
    expect(expanded.product).toMatchObject({ name: 'Expanded' })
    expect(
      (await failure(shop.stripe.prices.retrieve(price.id, { expand: ['nothing'] }))).message,
    ).toBe('This property cannot be expanded (nothing).')
  })
})

test('a port that is taken is named, with the variable that changes it', async () => {
  const options = { dataDir: `${shop.dataDir}/second`, webhookUrl: 'http://127.0.0.1:9' }
  const { port } = shop.local
  const second = startLocalStripe({ ...options, port, secretKey, webhookSecret: 'whsec' })
  expect(second).rejects.toThrow(
    `Port ${port}, where the local Stripe should listen, is taken. Stop what uses it, or set LOCAL_STRIPE_PORT to a free port.`,
  )
})
