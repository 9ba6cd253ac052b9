/** A second subscription at Stripe, as a fault or a hand in the dashboard makes it. */
import { beforeAll, expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import {
  callsOf,
  createBrowser,
  goodPassword,
  openInbox,
  signUpAndConfirm,
} from '../../../tests/auth-browser.ts'
import { cancelAt, deliverNews, openShop, pay, signedInAs } from '../../../tests/payments.ts'
import { createPerson, createTenant, join } from '../../../tests/people.ts'
import { stripe } from '#/adapters/stripe.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { subscription } from './tables.ts'
import { user } from '#/db/schema/identity.ts'
import { payersWithSeveral, reconcileSubscriptions } from './reconcile-subscriptions.server.ts'

beforeAll(async () => {
  await Promise.all([openShop(), openInbox()])
})

const code = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )

/** Starts a subscription for another Stripe customer with the same payer in its metadata. */
async function buyAgain(metadata: Record<string, string>, lookupKey: string) {
  const customer = await stripe.customers.create({ email: 'again@people.example', metadata })
  const { data } = await stripe.prices.list({ lookup_keys: [lookupKey] })
  const { id } = await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: data[0]?.id }],
    trial_period_days: 30,
  })
  return { customer: customer.id, subscription: id }
}

const severalOf = async (referenceId: string) =>
  (await payersWithSeveral()).find((payer) => payer.referenceId === referenceId)

test('the night finds it, the billing page shows it, and the payer ends it', async () => {
  const person = await createPerson()
  const { billing } = await signedInAs(person)
  await pay((await billing.checkout({ interval: 'month' })).url)
  await deliverNews()
  expect(await billing.standing({})).toMatchObject({ additional: [] })
  const second = await buyAgain({ userId: person.id, customerType: 'user' }, 'pro_year')

  expect(await reconcileSubscriptions()).toContain(second.subscription)
  expect(await severalOf(person.id)).toEqual({
    referenceId: person.id,
    subscriptionIds: expect.arrayContaining([second.subscription]),
  })
  const standing = await billing.standing({})
  expect(standing).toMatchObject({ plan: 'pro', status: 'trialing' })
  // The one that ends last is the plan.
  const [additional] = standing.additional
  expect(standing.additional).toEqual([
    expect.objectContaining({ status: 'trialing', interval: 'month' }),
  ])
  const subscriptionId = additional?.id ?? ''
  expect(await code(billing.cancel({}))).toBe('done')

  const stranger = await signedInAs(await createPerson())
  expect(await code(stranger.billing.endAdditional({ subscriptionId }))).toBe('NOT_FOUND')
  const ended = await billing.endAdditional({ subscriptionId })
  expect(ended).toMatchObject({ plan: 'pro', interval: 'year', additional: [] })
  expect(await billing.endAdditional({ subscriptionId })).toEqual(ended)
  expect(await severalOf(person.id)).toBeUndefined()
  const running = await stripe.subscriptions.retrieve(second.subscription)
  expect(running.status).toBe('trialing')
  await deliverNews()
  expect(await billing.standing({})).toEqual(ended)
})

test('the plan itself is cancelled, not ended', async () => {
  const person = await createPerson()
  const { billing } = await signedInAs(person)
  await buyAgain({ userId: person.id, customerType: 'user' }, 'pro_month')
  await deliverNews()
  await buyAgain({ userId: person.id, customerType: 'user' }, 'pro_year')
  await deliverNews()
  const { additional } = await billing.standing({})
  expect(additional).toHaveLength(1)
  const rows = await asSystem('test: the copies', (tx) =>
    tx.select().from(subscription).where(eq(subscription.referenceId, person.id)),
  )
  const plan = rows.find(({ billingInterval }) => billingInterval === 'year')?.id ?? ''
  expect(await code(billing.endAdditional({ subscriptionId: plan }))).toBe('NOT_ADDITIONAL')
  const other = additional[0]?.id ?? ''
  const results = await Promise.all([
    code(billing.endAdditional({ subscriptionId: other })),
    code(billing.endAdditional({ subscriptionId: other })),
  ])
  expect(results).toEqual(['done', 'done'])
  const { subscriptionIds } = (await severalOf(person.id)) ?? { subscriptionIds: [] }
  expect(subscriptionIds).toEqual([])
  expect(await code(billing.endAdditional({ subscriptionId: crypto.randomUUID() }))).toBe(
    'NOT_FOUND',
  )
})

test('those who run an organisation end its own, and no member does', async () => {
  const owner = await createPerson()
  const tenant = await createTenant(owner)
  const member = await createPerson()
  await join(tenant, member, 'member')
  const mark = { organizationId: tenant.id, customerType: 'organization' }
  await buyAgain(mark, 'team_month')
  await buyAgain(mark, 'team_year')
  await deliverNews()
  const here = { organizationSlug: tenant.slug }
  const { billing } = await signedInAs(owner)
  const { additional } = await billing.standing(here)
  const end = { ...here, subscriptionId: additional[0]?.id ?? '' }
  const outsider = await signedInAs(member)
  expect(await code(outsider.billing.endAdditional(end))).toBe('FORBIDDEN')
  const asOwn = { subscriptionId: end.subscriptionId }
  expect(await code(billing.endAdditional(asOwn))).toBe('NOT_FOUND')
  expect(await billing.endAdditional(end)).toMatchObject({
    plan: 'team',
    additional: [],
  })
})

test('an account with two can be deleted once neither is charged any more, and leaves no customer', async () => {
  const browser = createBrowser()
  const email = await signUpAndConfirm(browser)
  const { billing, identity } = callsOf(browser)
  const remove = () => code(identity.deleteAccount({ email, password: goodPassword }))
  await pay((await billing.checkout({ interval: 'month' })).url)
  const [person] = await asSystem('test: the person', (tx) =>
    tx.select().from(user).where(eq(user.email, email)),
  )
  const mark = { userId: person?.id ?? '', customerType: 'user' }
  const second = await buyAgain(mark, 'pro_year')
  await deliverNews()
  expect(await remove()).toBe('HAS_SUBSCRIPTION')
  const { additional } = await billing.standing({})
  await billing.endAdditional({ subscriptionId: additional[0]?.id ?? '' })
  expect(await remove()).toBe('HAS_SUBSCRIPTION')
  // Nothing more is charged for a plan that was cancelled, though it runs for another month.
  await cancelAt((await billing.cancel({})).url)
  expect(await billing.standing({ fresh: true })).toMatchObject({ plan: 'pro', renewsAt: null })
  expect(await remove()).toBe('done')
  for (const customer of [second.customer, person?.stripeCustomerId ?? '']) {
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ deleted: true })
  }
})
