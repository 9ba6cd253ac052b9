import { beforeAll, describe, expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import {
  cancelAt,
  confirmAt,
  deliverNews,
  openShop,
  pay,
  signedInAs,
} from '../../../tests/payments.ts'
import { createBrowser } from '../../../tests/auth-browser.ts'
import {
  createPerson,
  createTenant,
  join,
  type Person,
  type Tenant,
} from '../../../tests/people.ts'
import { stripe } from '#/adapters/stripe.server.ts'
import { auth } from '#/auth/auth.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { subscription } from './tables.ts'
import { env } from '#/env.server.ts'
import type { OrganizationLimit, PersonLimit } from './limit.ts'
import * as planLimits from './plan-limits.server.ts'

let shop: Awaited<ReturnType<typeof openShop>>
beforeAll(async () => {
  shop = await openShop()
})

const rowsOf = (referenceId: string) =>
  asSystem('test: subscriptions of a payer', (tx) =>
    tx.select().from(subscription).where(eq(subscription.referenceId, referenceId)),
  )

async function subscriptionOf(referenceId: string): Promise<string> {
  const [row] = await rowsOf(referenceId)
  if (!row?.stripeSubscriptionId) throw new Error('no subscription')
  return row.stripeSubscriptionId
}

const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'no refusal',
    (error: { code?: string }) => error.code,
  )

const daysFromNow = (date: Date | null) => Math.round(((date?.getTime() ?? 0) - Date.now()) / 864e5)

async function subscribed(
  given: { card?: 'works' | 'failsLater'; interval?: 'month' | 'year' } = {},
) {
  const person = await createPerson()
  const { billing } = await signedInAs(person)
  const { url } = await billing.checkout({ interval: given.interval ?? 'month' })
  await pay(url, given.card)
  await deliverNews()
  return { person, billing }
}

const common = {
  name: 'cups',
  period: null,
  words: { gain: () => '', label: () => '' },
  order: 1,
} as const
const cups: PersonLimit = { ...common, of: 'person', allowed: { free: 1, pro: 2 } }
const pots: OrganizationLimit = { ...common, of: 'organization', allowed: { starter: 3, team: 4 } }
const limitOfPerson = ({ id }: Person) => planLimits.limitOfPerson({ userId: id }, cups)
const limitOfOrganization = ({ id }: Tenant) => planLimits.limitOfOrganization(id, pots)

describe('a person', () => {
  test('has the free plan and its limits, and is offered the trial', async () => {
    const person = await createPerson()
    const { billing } = await signedInAs(person)
    expect(await billing.standing({})).toMatchObject({ plan: 'free', status: 'free', trialDays: 7 })
    expect(await limitOfPerson(person)).toEqual({ plan: 'free', limit: 1 })
  })

  test('keeps the free plan when the card is declined, and may try again on the same page', async () => {
    const person = await createPerson()
    const { billing } = await signedInAs(person)
    const { url } = await billing.checkout({ interval: 'month' })
    expect((await pay(url, 'declined')).status).toBe(402)
    await deliverNews()
    expect(await billing.standing({})).toMatchObject({ plan: 'free', status: 'free', trialDays: 7 })
    expect((await pay(url)).status).toBe(303)
    await deliverNews()
    expect(await billing.standing({})).toMatchObject({ plan: 'pro', status: 'trialing' })
  })

  test('is on trial by the webhook alone, and the limits follow', async () => {
    const { person, billing } = await subscribed()
    const standing = await billing.standing({})
    expect(standing).toMatchObject({
      plan: 'pro',
      status: 'trialing',
      interval: 'month',
      price: { amount: 1200, currency: 'eur' },
      endsAt: null,
      trialDays: null,
    })
    expect(daysFromNow(standing.trialEndsAt)).toBe(7)
    expect(standing.renewsAt).toEqual(standing.trialEndsAt)
    expect(await limitOfPerson(person)).toEqual({ plan: 'pro', limit: 2 })
  })

  test('has the plan when the browser is back before the webhook', async () => {
    const person = await createPerson()
    const { billing } = await signedInAs(person)
    const paid = await pay((await billing.checkout({ interval: 'year' })).url)
    const back = await (await auth()).handler(new Request(paid.headers.get('location') ?? ''))
    expect(back.headers.get('location')).toBe(`${env.APP_URL}/billing?checkout=done`)
    const before = await billing.standing({})
    expect(before).toMatchObject({ plan: 'pro', status: 'trialing', interval: 'year' })
    await deliverNews()
    expect(await billing.standing({})).toEqual(before)
  })

  test('is never led from the payment to another site', async () => {
    for (const target of [
      'https://evil.example',
      `${env.APP_URL}.evil.example/`,
      '//evil.example',
    ]) {
      const query = new URLSearchParams({ callbackURL: target })
      const url = `${env.APP_URL}/api/auth/subscription/success?${query}`
      const answer = await (await auth()).handler(new Request(url))
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({ code: 'INVALID_REDIRECT' })
      expect(answer.headers.get('location')).toBeNull()
    }
  })

  test('cancels in the portal, keeps the plan until the end, restores, and restores again', async () => {
    const { person, billing } = await subscribed()
    const { trialEndsAt } = await billing.standing({})
    await cancelAt((await billing.cancel({})).url)
    await deliverNews()
    expect(await billing.standing({})).toMatchObject({
      plan: 'pro',
      status: 'trialing',
      endsAt: trialEndsAt,
      renewsAt: null,
    })
    expect((await limitOfPerson(person)).plan).toBe('pro')
    expect(await refusal(billing.cancel({}))).toBe('NOT_SUBSCRIBED')

    const restored = { plan: 'pro', status: 'trialing', endsAt: null, renewsAt: trialEndsAt }
    expect(await billing.restore({})).toMatchObject(restored)
    expect(await billing.restore({})).toMatchObject(restored)
    await deliverNews()
    expect(await billing.standing({})).toMatchObject(restored)
  })

  test('restores even when the webhook about the cancellation never came', async () => {
    const { billing } = await subscribed()
    await cancelAt((await billing.cancel({})).url)
    expect(await billing.restore({})).toMatchObject({ status: 'trialing', endsAt: null })
    await deliverNews()
    expect(await billing.standing({})).toMatchObject({ endsAt: null })
  })

  test('changes from month to year', async () => {
    const { person, billing } = await subscribed()
    shop.advance(await subscriptionOf(person.id))
    await deliverNews()
    expect(await billing.standing({})).toMatchObject({ status: 'active', trialEndsAt: null })
    expect(await refusal(billing.checkout({ interval: 'month' }))).toBe('ALREADY_SUBSCRIBED')
    const { url } = await billing.checkout({ interval: 'year' })
    const confirmed = await confirmAt(url)
    expect(confirmed.headers.get('location')).toBe(`${env.APP_URL}/billing?checkout=back`)
    await deliverNews()
    expect(await billing.standing({})).toMatchObject({
      interval: 'year',
      price: { amount: 12000, currency: 'eur' },
    })
    expect(await rowsOf(person.id)).toHaveLength(1)
  })

  test('keeps the plan while a failed payment is tried again, and buys no second one', async () => {
    const { person, billing } = await subscribed({ card: 'failsLater' })
    shop.advance(await subscriptionOf(person.id))
    await deliverNews()
    expect(await billing.standing({})).toMatchObject({ plan: 'pro', status: 'past_due' })
    expect((await limitOfPerson(person)).plan).toBe('pro')
    expect(await refusal(billing.checkout({ interval: 'year' }))).toBe('PAYMENT_OVERDUE')
    expect(await refusal(billing.checkout({ interval: 'month' }))).toBe('PAYMENT_OVERDUE')
    expect((await fetch((await billing.portal({})).url)).ok).toBe(true)
    expect((await fetch((await billing.cancel({})).url)).ok).toBe(true)
  })

  test('falls back to the free plan at the end, and gets no second trial', async () => {
    const { person, billing } = await subscribed()
    await cancelAt((await billing.cancel({})).url)
    shop.advance(await subscriptionOf(person.id))
    await deliverNews()
    expect(await billing.standing({})).toMatchObject({
      plan: 'free',
      status: 'free',
      trialDays: null,
    })
    expect((await limitOfPerson(person)).plan).toBe('free')
    expect(await refusal(billing.restore({}))).toBe('NOT_SUBSCRIBED')

    const { url } = await billing.checkout({ interval: 'month' })
    expect(await (await fetch(url)).text()).not.toContain('Free until')
    await pay(url)
    await deliverNews()
    expect(await billing.standing({})).toMatchObject({ plan: 'pro', status: 'active' })
  })

  test('cannot pay twice: a second page closes the first, and a paid one is noticed without webhooks', async () => {
    const person = await createPerson()
    const { billing } = await signedInAs(person)
    const first = await billing.checkout({ interval: 'month' })
    const second = await billing.checkout({ interval: 'year' })
    expect(await (await pay(first.url)).text()).toContain('expired')
    await pay(second.url)
    expect(await refusal(billing.checkout({ interval: 'year' }))).toBe('ALREADY_SUBSCRIBED')
    expect(await billing.standing({})).toMatchObject({ plan: 'pro', interval: 'year' })
    await deliverNews()
    expect(await rowsOf(person.id)).toHaveLength(1)
  })

  test('keeps the price of the day when prices change', async () => {
    const { person, billing } = await subscribed()
    const [old] = (await stripe.prices.list({ lookup_keys: ['pro_month'] })).data
    if (!old) throw new Error('no price')
    const moved = { lookup_key: 'pro_month', transfer_lookup_key: true }
    const product = typeof old.product === 'string' ? old.product : old.product.id
    const recurring = { interval: 'month' } as const
    await stripe.prices.create({ product, currency: 'eur', unit_amount: 1500, recurring, ...moved })
    try {
      shop.advance(await subscriptionOf(person.id))
      await deliverNews()
      expect(await billing.standing({})).toMatchObject({
        plan: 'pro',
        status: 'active',
        price: { amount: 1200, currency: 'eur' },
      })
    } finally {
      await stripe.prices.update(old.id, moved)
    }
  })

  test('who was deleted in Stripe is a new customer at the next checkout', async () => {
    const { person, billing } = await subscribed()
    const [row] = await rowsOf(person.id)
    await stripe.customers.del(row?.stripeCustomerId ?? '')
    await deliverNews()
    expect(await billing.standing({})).toMatchObject({ plan: 'free', status: 'free' })
    await pay((await billing.checkout({ interval: 'month' })).url)
    await deliverNews()
    expect(await billing.standing({})).toMatchObject({ plan: 'pro' })
  })

  test('is told when prices are missing, or Stripe refuses, and nothing is changed', async () => {
    const person = await createPerson()
    const { billing } = await signedInAs(person)
    const { data } = await stripe.prices.list({ lookup_keys: ['pro_month'] })
    const [price] = data
    if (!price) throw new Error('no price')
    await stripe.prices.update(price.id, { active: false })
    try {
      expect(await refusal(billing.checkout({ interval: 'month' }))).toBe('PAYMENT_PROVIDER_FAILED')
    } finally {
      await stripe.prices.update(price.id, { active: true })
    }
    expect(await billing.standing({})).toMatchObject({ plan: 'free' })
    expect((await billing.checkout({ interval: 'month' })).url).toStartWith('http')
  })

  test('without a subscription has nothing to cancel, restore or manage', async () => {
    const { billing } = await signedInAs(await createPerson())
    expect(await refusal(billing.cancel({}))).toBe('NOT_SUBSCRIBED')
    expect(await refusal(billing.restore({}))).toBe('NOT_SUBSCRIBED')
    expect(await refusal(billing.portal({}))).toBe('NOT_SUBSCRIBED')
  })
})

describe('an organisation', () => {
  async function tenantOf(owner: Person) {
    const tenant = await createTenant(owner)
    return { tenant, organizationSlug: tenant.slug }
  }

  test('is paid by an owner or an admin, apart from what they pay for themselves', async () => {
    const owner = await createPerson()
    const { tenant, organizationSlug } = await tenantOf(owner)
    const admin = await createPerson()
    await join(tenant, admin, 'admin')
    const { billing } = await signedInAs(admin)
    const { url } = await billing.checkout({ organizationSlug, interval: 'month' })
    expect(await (await fetch(url)).text()).toContain(admin.email)
    await pay(url)
    await deliverNews()
    expect(await billing.standing({ organizationSlug })).toMatchObject({
      plan: 'team',
      status: 'trialing',
      price: { amount: 4900, currency: 'eur' },
    })
    const renaming = await signedInAs(admin)
    await renaming.organizations.update({ organizationSlug, name: 'Acme & Sons' })
    const [paid] = await rowsOf(tenant.id)
    expect(await stripe.customers.retrieve(paid?.stripeCustomerId ?? '')).toMatchObject({
      name: 'Acme & Sons',
    })
    expect(await billing.standing({})).toMatchObject({ plan: 'free', trialDays: 7 })
    expect(await limitOfOrganization(tenant)).toEqual({ plan: 'team', limit: 4 })
    expect((await limitOfPerson(admin)).plan).toBe('free')

    await pay((await billing.checkout({ interval: 'month' })).url)
    await deliverNews()
    const overview = await billing.overview()
    expect(overview.mine).toMatchObject({ plan: 'pro' })
    expect(overview.organizations).toMatchObject([
      { slug: organizationSlug, standing: { plan: 'team' } },
    ])
    await cancelAt((await billing.cancel({})).url)
    await deliverNews()
    expect(await billing.standing({})).toMatchObject({ renewsAt: null })
    expect(await billing.standing({ organizationSlug })).toMatchObject({ endsAt: null })
    expect(await (await signedInAs(owner)).billing.standing({})).toMatchObject({ plan: 'free' })
  })

  const attempts = (who: Awaited<ReturnType<typeof signedInAs>>, organizationSlug: string) => [
    who.billing.standing({ organizationSlug }),
    who.billing.checkout({ organizationSlug, interval: 'month' }),
    who.billing.portal({ organizationSlug }),
    who.billing.cancel({ organizationSlug }),
    who.billing.restore({ organizationSlug }),
  ]

  test('lets no member and no stranger see, pay, cancel or restore', async () => {
    const { tenant, organizationSlug } = await tenantOf(await createPerson())
    const member = await createPerson()
    await join(tenant, member, 'member')
    for (const [person, code] of [
      [member, 'FORBIDDEN'],
      [await createPerson(), 'NOT_FOUND'],
    ] as const) {
      const codes = await Promise.all(
        attempts(await signedInAs(person), organizationSlug).map(refusal),
      )
      expect(codes).toEqual([code, code, code, code, code])
    }
    const overview = await (await signedInAs(member)).billing.overview()
    expect(overview.organizations).toEqual([])
    expect(await rowsOf(tenant.id)).toEqual([])
  })

  test('cannot be paid for by the engine’s own endpoints, which are not reachable', async () => {
    for (const path of ['upgrade', 'cancel', 'restore', 'list', 'billing-portal']) {
      const request = new Request(`${env.APP_URL}/api/auth/subscription/${path}`, {
        method: path === 'list' ? 'GET' : 'POST',
        ...(path === 'list' ? {} : { body: '{}' }),
      })
      expect((await (await auth()).handler(request)).status).toBe(404)
    }
  })

  test('falls back to Starter when its plan ends', async () => {
    const owner = await createPerson()
    const { tenant, organizationSlug } = await tenantOf(owner)
    const { billing } = await signedInAs(owner)
    await pay((await billing.checkout({ organizationSlug, interval: 'year' })).url)
    await deliverNews()
    await cancelAt((await billing.cancel({ organizationSlug })).url)
    shop.advance(await subscriptionOf(tenant.id))
    await deliverNews()
    expect(await billing.standing({ organizationSlug })).toMatchObject({
      plan: 'starter',
      status: 'free',
    })
    expect((await limitOfOrganization(tenant)).plan).toBe('starter')
  })
})

test('the way back from a payment page is not a way to make us ask Stripe without end', async () => {
  const browser = createBrowser()
  const comeBack = () => browser.open('/api/auth/subscription/success?callbackURL=/billing')
  for (let times = 0; times < 20; times++) expect((await comeBack()).status).toBe(302)
  expect((await comeBack()).status).toBe(429)
})

test('one person cannot use up the calls to Stripe that everybody needs', async () => {
  const { billing } = await signedInAs(await createPerson())
  const restore = () => billing.restore({}).catch((error: { code: string }) => error.code)
  for (let times = 0; times < 60; times++) expect(await restore()).toBe('NOT_SUBSCRIBED')
  expect(await restore()).toBe('RATE_LIMITED')
  // Who only looks is shown what is known here.
  expect(await billing.standing({ fresh: true })).toMatchObject({ plan: 'free' })
})
