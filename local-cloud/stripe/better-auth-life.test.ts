import { afterAll, beforeAll, expect, test } from 'bun:test'
import { stripe as stripePlugin } from '@better-auth/stripe'
import { betterAuth } from 'better-auth'
import { memoryAdapter } from 'better-auth/adapters/memory'
import { organization } from 'better-auth/plugins'
import {
  addPrice,
  declinedCard,
  goodCard,
  openShop,
  post,
  type Shop,
  until,
  webhookSecret,
} from './fixtures/stripe-shop.ts'

interface Row {
  [field: string]: unknown
}

const store: Record<string, Row[]> = {
  user: [],
  session: [],
  account: [],
  verification: [],
  subscription: [],
  organization: [],
  member: [],
  invitation: [],
}

let shop: Shop
let app: { url: string; stop(): Promise<void> }
beforeAll(async () => {
  shop = await openShop()
  app = await startApp()
  await shop.restart(`${app.url}/api/auth/stripe/webhook`)
})
afterAll(async () => {
  await shop.close()
  await app.stop()
})

/** A real app around the real plugin; only its tables are in memory. */
async function startApp() {
  const product = async (name: string) => (await shop.stripe.products.create({ name })).id
  const [pro, max, team, seats] = [
    await product('Pro'),
    await product('Max'),
    await product('Team'),
    await product('Seats'),
  ]
  await addPrice(shop.stripe, pro, 'pro_month', 2_000)
  await addPrice(shop.stripe, pro, 'pro_year', 20_000, 'year')
  const maxMonth = await addPrice(shop.stripe, max, 'max_month', 5_000)
  const teamMonth = await addPrice(shop.stripe, team, 'team_month', 1_000)
  const seat = await addPrice(shop.stripe, seats, 'team_seat', 500)
  let handle: (request: Request) => Promise<Response> = async () => new Response(null)
  const server = Bun.serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch: (request) => handle(request),
  })
  const url = `http://127.0.0.1:${server.port}`
  const auth = betterAuth({
    baseURL: url,
    secret: 'x'.repeat(40),
    database: memoryAdapter(store),
    emailAndPassword: { enabled: true },
    rateLimit: { enabled: false },
    logger: { level: 'error' },
    plugins: [
      organization(),
      stripePlugin({
        // The server is restarted with another address while the app lives.
        stripeClient: new Proxy(shop.stripe, { get: (_, name) => Reflect.get(shop.stripe, name) }),
        stripeWebhookSecret: webhookSecret,
        createCustomerOnSignUp: true,
        organization: { enabled: true },
        subscription: {
          enabled: true,
          authorizeReference: async () => true,
          plans: [
            {
              name: 'pro',
              lookupKey: 'pro_month',
              annualDiscountLookupKey: 'pro_year',
              freeTrial: { days: 7 },
            },
            { name: 'max', priceId: maxMonth.id },
            { name: 'team', priceId: teamMonth.id, seatPriceId: seat.id },
          ],
        },
      }),
    ],
  })
  handle = auth.handler
  return { url, stop: () => server.stop(true) }
}

/** A browser with its own cookies. */
function browser() {
  const cookies = new Map<string, string>()
  return async (method: string, address: string, body?: Row) => {
    const response = await fetch(
      address.startsWith('http') ? address : `${app.url}/api/auth${address}`,
      {
        method,
        redirect: 'manual',
        headers: {
          origin: app.url,
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        body: body && JSON.stringify(body),
      },
    )
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      cookies.set(name, value)
    }
    const text = await response.text()
    const answer: Row = text.startsWith('{') ? JSON.parse(text) : {}
    return { status: response.status, location: response.headers.get('location'), answer }
  }
}

const ada = browser()
const row = (plan: string) => store.subscription?.find((subscription) => subscription.plan === plan)
const settled = () =>
  until('all webhooks', () =>
    shop.local.deliveries({ limit: 500 }).every(({ state }) => state === 'delivered'),
  )
const upgrade = (plan: string, more: Row = {}) =>
  ada('POST', '/subscription/upgrade', {
    plan,
    successUrl: '/billing',
    cancelUrl: '/pricing',
    returnUrl: '/billing',
    ...more,
  })

test('sign-up makes a customer', async () => {
  await ada('POST', '/sign-up/email', { name: 'Ada', email: 'ada@shop.test', password: 'password' })
  const [customer] = (await shop.stripe.customers.list({ email: 'ada@shop.test' })).data
  expect(customer?.metadata).toMatchObject({ customerType: 'user' })
  expect(store.user?.[0]?.stripeCustomerId).toBe(customer?.id)
})

test('a declined card leaves everything as it was; a good one starts the trial', async () => {
  const { answer } = await upgrade('pro')
  const checkout = String(answer.url)
  const declined = await post(checkout, declinedCard)
  expect(declined.status).toBe(402)
  expect(declined.html).toContain('Your card was declined.')
  expect(row('pro')).toMatchObject({ status: 'incomplete' })
  expect((await shop.stripe.subscriptions.list({ status: 'all' })).data).toHaveLength(0)

  const paid = await post(checkout, goodCard)
  expect(paid.status).toBe(303)
  expect((await ada('GET', paid.location ?? '')).location).toEndWith('/billing')
  await settled()
  expect(row('pro')).toMatchObject({ status: 'trialing', seats: 1, billingInterval: 'month' })
  expect(row('pro')?.trialEnd).toBeInstanceOf(Date)
})

test('cancel in the portal, be refused a second time, restore', async () => {
  const { answer } = await ada('POST', '/subscription/cancel', { returnUrl: '/billing' })
  const step = await fetch(String(answer.url))
  expect(step.url).toContain('/cancel/')
  expect(await step.text()).toContain('You will not be charged.')
  expect((await post(step.url, { feedback: 'unused' })).location).toEndWith('/home')
  await settled()
  expect(row('pro')).toMatchObject({ cancelAtPeriodEnd: true })

  const again = await ada('POST', '/subscription/cancel', { returnUrl: '/billing' })
  expect(again.status).toBe(400)
  expect(again.answer.message).toContain('already set to be canceled')

  expect((await ada('POST', '/subscription/restore', {})).status).toBe(200)
  await settled()
  expect(row('pro')).toMatchObject({ cancelAtPeriodEnd: false, cancelAt: null })
})

test('the trial ends, the plan changes through the portal', async () => {
  shop.local.advance(String(row('pro')?.stripeSubscriptionId))
  await settled()
  expect(row('pro')).toMatchObject({ status: 'active' })

  const { answer } = await upgrade('max')
  const step = await fetch(String(answer.url))
  expect(await step.text()).toContain('Change to Max')
  const price = new URL(step.url).searchParams.get('price') ?? ''
  const confirmed = await post(step.url, { price, quantity: '1' })
  expect(confirmed).toMatchObject({ status: 303, location: `${app.url}/billing` })
  await settled()
  expect(row('max')).toMatchObject({ status: 'active' })
  expect((await upgrade('max')).status).toBe(400)
})

test('the portal opens on its first page with the invoices', async () => {
  const { answer } = await ada('POST', '/subscription/billing-portal', { returnUrl: '/billing' })
  const html = await (await fetch(String(answer.url))).text()
  expect(html).toContain('Visa ending in 4242')
  expect(html).toContain(`href="${app.url}/billing"`)
  expect(html.match(/href="\/i\/in_/g)?.length).toBeGreaterThanOrEqual(3)
})

test('it ends, and can be bought again without a second trial', async () => {
  await shop.stripe.subscriptions.cancel(String(row('max')?.stripeSubscriptionId))
  await settled()
  expect(row('max')).toMatchObject({ status: 'canceled' })
  const { answer } = await upgrade('pro', { annual: true })
  const html = await (await fetch(String(answer.url))).text()
  expect(html).toContain('€200.00 a year')
  expect(html).not.toContain('Free until')
})

test('an organisation pays by seat, follows its members, and cannot be deleted while it pays', async () => {
  const made = await ada('POST', '/organization/create', { name: 'Shop GmbH', slug: 'shop' })
  const organizationId = made.answer.id
  const { answer } = await upgrade('team', {
    customerType: 'organization',
    referenceId: organizationId,
  })
  // The plugin gives an organisation's customer no address, so the checkout asks for one.
  await post(String(answer.url), { ...goodCard, email: 'billing@shop.test' })
  await settled()
  expect(row('team')).toMatchObject({ status: 'active', seats: 1 })
  const quantities = async () => {
    const id = String(row('team')?.stripeSubscriptionId)
    const { items } = await shop.stripe.subscriptions.retrieve(id)
    return Object.fromEntries(items.data.map(({ price, quantity }) => [price.lookup_key, quantity]))
  }
  expect(await quantities()).toEqual({ team_month: 1, team_seat: 1 })

  const bob = browser()
  await bob('POST', '/sign-up/email', { name: 'Bob', email: 'bob@shop.test', password: 'password' })
  const invited = await ada('POST', '/organization/invite-member', {
    email: 'bob@shop.test',
    role: 'member',
    organizationId,
  })
  await bob('POST', '/organization/accept-invitation', { invitationId: invited.answer.id })
  expect(await quantities()).toEqual({ team_month: 1, team_seat: 2 })
  await ada('POST', '/organization/remove-member', {
    memberIdOrEmail: 'bob@shop.test',
    organizationId,
  })
  expect(await quantities()).toEqual({ team_month: 1, team_seat: 1 })
  await settled()

  const refused = await ada('POST', '/organization/delete', { organizationId })
  expect(refused.answer.code).toBe('ORGANIZATION_HAS_ACTIVE_SUBSCRIPTION')
})

test('a webhook that nobody signed is refused', async () => {
  const response = await fetch(`${app.url}/api/auth/stripe/webhook`, {
    method: 'POST',
    body: '{}',
    headers: { 'stripe-signature': 't=1,v1=00' },
  })
  expect(response.status).toBe(400)
})
