/** Clicks at the same moment, over HTTP, as two tabs, two managers or two servers send them. */
import { beforeAll, describe, expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { cancelAt, deliverNews, openShop, pay, signedInAs } from '../../../tests/payments.ts'
import { createPerson, createTenant, join, type Person } from '../../../tests/people.ts'
import { cookieOf } from '../../../tests/sessions.ts'
import { stripe } from '#/adapters/stripe.server.ts'
import { api } from '#/api/api.ts'
import { asSystem } from '#/db/access.server.ts'
import { subscription } from './tables.ts'
import { user } from '#/db/schema/identity.ts'
import { organization } from '#/db/schema/organizations.ts'
import { env } from '#/env.server.ts'

let shop: Awaited<ReturnType<typeof openShop>>
beforeAll(async () => {
  shop = await openShop()
})

/** Another browser of this person. */
async function browserOf(person: Person) {
  const cookie = await cookieOf(person)
  return async (path: string, body: object = {}) => {
    const request = new Request(`${env.APP_URL}/api/v1${path}`, {
      method: 'POST',
      headers: { cookie, origin: env.APP_URL, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const response = await api.handle(request)
    const answer = z
      .object({ url: z.string().optional(), code: z.string().optional() })
      .parse(await response.json())
    return { status: response.status, ...answer }
  }
}

const customersAt = (email: string) =>
  shop.customers().filter((customer) => customer.email === email && !customer.deleted)

const liveOf = async (referenceId: string) => {
  const found = []
  for await (const row of stripe.subscriptions.list({ limit: 100 })) {
    if (row.metadata.referenceId === referenceId) found.push(row.id)
  }
  return found
}

const tries = 40

describe('two clicks on the same button', () => {
  test(`of one person, ${tries} times, lead to one page, one customer and one subscription`, async () => {
    for (let attempt = 0; attempt < tries; attempt++) {
      const person = await createPerson()
      const click = await browserOf(person)
      const order = { interval: 'month', locale: 'en' }
      const [one, other] = await Promise.all([
        click('/billing/checkout', order),
        click('/billing/checkout', order),
      ])
      expect(one).toEqual({ status: 200, url: expect.stringContaining('/c/') })
      expect(other).toEqual(one)
      const paid = await Promise.all([pay(one.url ?? ''), pay(other.url ?? '')])
      expect(paid.filter(({ status }) => status === 303).length).toBeGreaterThanOrEqual(1)
      expect(customersAt(person.email)).toHaveLength(1)
      expect(await liveOf(person.id)).toHaveLength(1)
    }
  }, 240_000)

  test('of two managers lead to one page of their organisation', async () => {
    const [owner, admin] = [await createPerson(), await createPerson()]
    const tenant = await createTenant(owner)
    await join(tenant, admin, 'admin')
    const ofTenant = { interval: 'year', organizationSlug: tenant.slug }
    const clicks = [await browserOf(owner), await browserOf(admin), await browserOf(owner)]
    const answers = await Promise.all(clicks.map((click) => click('/billing/checkout', ofTenant)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(answers.map(({ url }) => url)).size).toBe(1)
    await Promise.all(answers.map(({ url }) => pay(url ?? '')))
    expect(await liveOf(tenant.id)).toHaveLength(1)
    expect([...customersAt(owner.email), ...customersAt(admin.email)]).toHaveLength(1)
  })

  test('that take a cancellation back both succeed', async () => {
    const person = await createPerson()
    const click = await browserOf(person)
    await pay((await click('/billing/checkout', { interval: 'month' })).url ?? '')
    await cancelAt((await click('/billing/cancel')).url ?? '')
    const answers = await Promise.all([click('/billing/restore'), click('/billing/restore')])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const { billing } = await signedInAs(person)
    expect(await billing.standing({})).toMatchObject({ status: 'trialing', endsAt: null })
  })
})

test('clicks on both intervals leave one page that can be paid', async () => {
  for (let attempt = 0; attempt < 10; attempt++) {
    const person = await createPerson()
    const click = await browserOf(person)
    const pages = await Promise.all([
      click('/billing/checkout', { interval: 'month' }),
      click('/billing/checkout', { interval: 'year' }),
    ])
    const paid = await Promise.all(pages.map(({ url }) => pay(url ?? '')))
    expect(paid.map(({ status }) => status === 303).toSorted()).toEqual([false, true])
    expect(await liveOf(person.id)).toHaveLength(1)
  }
}, 120_000)

test('a payment between two clicks is noticed though its webhook is on the way', async () => {
  const person = await createPerson()
  const click = await browserOf(person)
  const { url = '' } = await click('/billing/checkout', { interval: 'month' })
  const [paid, again] = await Promise.all([
    pay(url),
    click('/billing/checkout', { interval: 'year' }),
  ])
  // Either the payment or the new page wins, never both.
  const late = again.url?.includes('/c/') ? await pay(again.url) : undefined
  expect([paid.status, late?.status].filter((status) => status === 303)).toHaveLength(1)
  expect(await liveOf(person.id)).toHaveLength(1)
})

test('an old page of another offer cannot be paid after a new one was', async () => {
  const person = await createPerson()
  const click = await browserOf(person)
  const old = await click('/billing/checkout', { interval: 'month' })
  const current = await click('/billing/checkout', { interval: 'year' })
  await pay(current.url ?? '')
  expect((await pay(old.url ?? '')).status).not.toBe(303)
  expect(await liveOf(person.id)).toHaveLength(1)
})

test('a page is handed out again, but not once the price has changed', async () => {
  const click = await browserOf(await createPerson())
  const first = await click('/billing/checkout', { interval: 'year' })
  expect(await click('/billing/checkout', { interval: 'year' })).toEqual(first)
  const [old] = (await stripe.prices.list({ lookup_keys: ['pro_year'] })).data
  if (!old) throw new Error('no price')
  const product = typeof old.product === 'string' ? old.product : old.product.id
  const moved = { lookup_key: 'pro_year', transfer_lookup_key: true }
  const recurring = { interval: 'year' } as const
  await stripe.prices.create({
    product,
    currency: 'eur',
    unit_amount: 15_000,
    recurring,
    ...moved,
  })
  try {
    const dearer = await click('/billing/checkout', { interval: 'year' })
    expect(dearer.url).not.toBe(first.url)
    expect((await pay(first.url ?? '')).status).not.toBe(303)
  } finally {
    await stripe.prices.update(old.id, moved)
  }
})

test('a crash before the customer was stored leaves no second one', async () => {
  const person = await createPerson()
  const click = await browserOf(person)
  await click('/billing/checkout', { interval: 'month' })
  await asSystem('test: as before the first checkout was stored', async (tx) => {
    await tx.update(user).set({ stripeCustomerId: null }).where(eq(user.id, person.id))
    await tx.delete(subscription).where(eq(subscription.referenceId, person.id))
  })
  expect((await click('/billing/checkout', { interval: 'month' })).status).toBe(200)
  expect(customersAt(person.email)).toHaveLength(1)
})

test('a checkout beside the deletion of its payer leaves nothing to pay', async () => {
  const owner = await createPerson()
  const tenant = await createTenant(owner, 'Birch')
  const { organizations } = await signedInAs(owner)
  const click = await browserOf(owner)
  const [removed, opened] = await Promise.allSettled([
    organizations.remove({ organizationSlug: tenant.slug, typedName: 'Birch' }),
    click('/billing/checkout', { interval: 'month', organizationSlug: tenant.slug }),
  ])
  expect(removed.status).toBe('fulfilled')
  const url = opened.status === 'fulfilled' ? opened.value.url : undefined
  if (url) expect((await pay(url)).status).not.toBe(303)
  await deliverNews()
  expect(customersAt(owner.email)).toEqual([])
  const left = await asSystem('test: is the organisation gone', (tx) =>
    tx.select().from(organization).where(eq(organization.id, tenant.id)),
  )
  expect(left).toEqual([])
})
