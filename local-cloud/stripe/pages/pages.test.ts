import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import type Stripe from 'stripe'
import {
  addPrice,
  buy,
  declinedCard,
  goodCard,
  openShop,
  post,
  type Shop,
} from '../fixtures/stripe-shop.ts'

const evil = '<script>alert(1)</script>'

let shop: Shop
let price: string
let customer: string
beforeAll(async () => {
  shop = await openShop()
  const product = await shop.stripe.products.create({ name: `Pro ${evil}`, description: evil })
  price = (await addPrice(shop.stripe, product.id, 'pro', 2_900)).id
  customer = (await shop.stripe.customers.create({ email: 'ada@shop.test', name: evil })).id
})
afterAll(() => shop.close())

const openCheckout = (more: Partial<Stripe.Checkout.SessionCreateParams> = {}) =>
  shop.stripe.checkout.sessions.create({
    mode: 'subscription',
    customer,
    line_items: [{ price, quantity: 1 }],
    success_url: 'http://shop.test/ok?session={CHECKOUT_SESSION_ID}',
    cancel_url: 'http://shop.test/pricing',
    ...more,
  })

/** The text of the page, without its style sheet. */
const content = (html: string) => html.slice(html.indexOf('<body'))

const read = async (address: string) => {
  const response = await fetch(address)
  return {
    status: response.status,
    html: content(await response.text()),
    headers: response.headers,
  }
}

describe('checkout', () => {
  test('says what is bought, for how much, by whom, and that it is local', async () => {
    const { url } = await openCheckout()
    const { html, headers } = await read(url ?? '')
    for (const text of ['€29.00 a month', 'ada@shop.test', 'Back to shop.test', 'no real money']) {
      expect(html).toContain(text)
    }
    expect(html).not.toContain(evil)
    expect(headers.get('content-security-policy')).toContain("form-action 'self' http://shop.test")
  })

  test('names the day on which a trial ends', async () => {
    const { url } = await openCheckout({ subscription_data: { trial_period_days: 7 } })
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
    const { html } = await read(url ?? '')
    expect(html).toContain(`Free until ${day.format(Date.now() + 7 * 86_400_000)}`)
    expect(html).toContain('Then €29.00 a month')
  })

  test('a refused card leaves the page usable and nothing else behind', async () => {
    const before = (await shop.stripe.events.list({ limit: 100 })).data.length
    const { url, id } = await openCheckout()
    const refused = await post(url ?? '', declinedCard)
    expect(refused.status).toBe(402)
    expect(refused.html).toContain('Your card was declined.')
    expect(refused.html).toContain('http://shop.test/pricing')
    expect((await shop.stripe.events.list({ limit: 100 })).data).toHaveLength(before)
    expect((await shop.stripe.paymentMethods.list({ customer })).data).toHaveLength(0)
    const paid = await post(url ?? '', goodCard)
    expect(paid.location).toBe(`http://shop.test/ok?session=${id}`)
  })

  test('each mistake in the card has its own sentence', async () => {
    const { url } = await openCheckout()
    const sentence = async (change: Partial<typeof goodCard>) =>
      /role="alert"[^>]*><p[^>]*>([^<]+)</.exec(
        (await post(url ?? '', { ...goodCard, ...change })).html,
      )?.[1]
    expect(await sentence({ number: '4242' })).toContain('incomplete')
    expect(await sentence({ number: '4242 4242 4242 4241' })).toContain('number is invalid')
    expect(await sentence({ number: '4111 1111 1111 1111' })).toContain('non test card')
    expect(await sentence({ number: '4000 0000 0000 9995' })).toContain('insufficient funds')
    expect(await sentence({ expiry: '01 / 20' })).toContain('in the past')
    expect(await sentence({ expiry: 'soon' })).toContain('expiration date is incomplete')
    expect(await sentence({ cvc: '1' })).toContain('security code is incomplete')
  })

  test('paid twice at the same moment, it is paid once', async () => {
    const { url, id } = await openCheckout()
    const answers = await Promise.all([post(url ?? '', goodCard), post(url ?? '', goodCard)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 303])
    const { data } = await shop.stripe.events.list({ type: 'checkout.session.completed' })
    expect(data.filter((event) => Object(event.data.object).id === id)).toHaveLength(1)
  })

  test('a used, an expired and an unknown session explain themselves', async () => {
    const used = await openCheckout()
    await post(used.url ?? '', goodCard)
    expect((await read(used.url ?? '')).html).toContain('This checkout is complete')
    const expired = await openCheckout()
    await shop.stripe.checkout.sessions.expire(expired.id)
    const { html } = await read(expired.url ?? '')
    expect(html).toContain('This checkout has expired')
    expect(html).toContain('http://shop.test/pricing')
    expect((await read(`${shop.local.url}/c/cs_test_none`)).status).toBe(404)
  })

  test('another site cannot post to it', async () => {
    const { url } = await openCheckout()
    const response = await fetch(url ?? '', {
      method: 'POST',
      body: new URLSearchParams(goodCard),
      headers: { 'sec-fetch-site': 'cross-site' },
    })
    expect(response.status).toBe(403)
  })

  test('a buyer without an account is asked for the address and becomes a customer', async () => {
    const { url, id } = await openCheckout({ customer: undefined })
    expect((await read(url ?? '')).html).toContain('name="email"')
    expect((await post(url ?? '', goodCard)).html).toContain('Your email address is incomplete.')
    await post(url ?? '', { ...goodCard, email: 'new@shop.test' })
    const session = await shop.stripe.checkout.sessions.retrieve(id, { expand: ['customer'] })
    expect(session.customer).toMatchObject({ email: 'new@shop.test' })
  })
})

describe('billing portal', () => {
  const openPortal = (more: Partial<Stripe.BillingPortal.SessionCreateParams> = {}) =>
    shop.stripe.billingPortal.sessions.create({
      customer,
      return_url: 'http://shop.test/billing',
      ...more,
    })

  test('cancel, keep, change the plan and the card, all without a script', async () => {
    const buyer = (await shop.stripe.customers.create({ email: 'bob@shop.test' })).id
    const { id } = await buy(shop, { customer: buyer, price })
    const { url } = await openPortal({ customer: buyer })
    const home = await read(url)
    expect(home.html).toContain('Next payment on')
    expect(home.html).not.toContain('<script')

    expect((await read(`${url}/cancel/${id}`)).html).toContain('You can use it until')
    await post(`${url}/cancel/${id}`)
    expect((await read(url)).html).toContain('Keep the plan')
    await post(`${url}/keep/${id}`)
    expect((await shop.stripe.subscriptions.retrieve(id)).cancel_at).toBeNull()

    const max = await shop.stripe.products.create({ name: 'Max' })
    const maxPrice = (await addPrice(shop.stripe, max.id, 'max', 5_900)).id
    expect((await read(`${url}/change/${id}`)).html).toContain(maxPrice)
    const confirm = await read(`${url}/confirm/${id}?price=${maxPrice}&quantity=1`)
    expect(confirm.html).toContain('Pay €30.00 and change')
    await post(`${url}/confirm/${id}`, { price: maxPrice, quantity: '1' })
    expect((await read(url)).html).toContain('€59.00 a month')

    expect((await post(`${url}/card`, declinedCard)).html).toContain('Your card was declined.')
    await post(`${url}/card`, { ...goodCard, number: '5555 5555 5555 4444' })
    expect((await read(url)).html).toContain('Mastercard ending in 4444')
  })

  test('a customer reaches only their own subscriptions', async () => {
    const stranger = (await shop.stripe.customers.create({ email: 'eve@shop.test' })).id
    const [own] = (await shop.stripe.subscriptions.list({ customer })).data
    const { url } = await openPortal({ customer: stranger })
    expect((await post(`${url}/cancel/${own?.id}`)).status).toBe(404)
    expect(
      openPortal({
        customer: stranger,
        flow_data: {
          type: 'subscription_cancel',
          subscription_cancel: { subscription: own?.id ?? '' },
        },
      }),
    ).rejects.toThrow('does not belong to the customer')
  })

  test('a flow opens at its step and ends where it was told to', async () => {
    const [own] = (await shop.stripe.subscriptions.list({ customer })).data
    const { url } = await openPortal({
      flow_data: {
        type: 'subscription_cancel',
        subscription_cancel: { subscription: own?.id ?? '' },
        after_completion: { type: 'redirect', redirect: { return_url: 'http://shop.test/bye' } },
      },
    })
    const step = await fetch(url)
    expect(step.url).toEndWith(`/cancel/${own?.id}`)
    expect((await post(step.url)).location).toBe('http://shop.test/bye')
    expect((await fetch(url)).url).toEndWith('/home')
  })

  test('refuses to change what the real portal cannot change', async () => {
    const { id: product } = await shop.stripe.products.create({ name: 'Seats' })
    const seat = (await addPrice(shop.stripe, product, 'seat', 100)).id
    const { id } = await buy(shop, { customer, price })
    const { items } = await shop.stripe.subscriptions.update(id, { items: [{ price: seat }] })
    const confirm = openPortal({
      flow_data: {
        type: 'subscription_update_confirm',
        subscription_update_confirm: {
          subscription: id,
          items: [{ id: items.data[0]?.id ?? '', price: seat }],
        },
      },
    })
    expect(confirm).rejects.toThrow('multiple items')
  })
})
