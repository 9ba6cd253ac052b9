import { beforeAll, expect, test } from 'bun:test'
import { eq, sql } from 'drizzle-orm'
import {
  cancelAt,
  deliverNews,
  deliverPayload,
  openShop,
  pay,
  signedInAs,
} from '../../../tests/payments.ts'
import { createPerson } from '../../../tests/people.ts'
import { stripe } from '#/adapters/stripe.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { stripeEvent, subscription } from './tables.ts'
import { reconcileSubscriptions } from './reconcile-subscriptions.server.ts'

beforeAll(openShop)

async function buyer() {
  const person = await createPerson()
  const { billing } = await signedInAs(person)
  await pay((await billing.checkout({ interval: 'month' })).url)
  const row = async () => {
    const [found] = await asSystem('test: the copy', (tx) =>
      tx.select().from(subscription).where(eq(subscription.referenceId, person.id)),
    )
    if (!found) throw new Error('no copy')
    return found
  }
  const wasRepaired = async () => {
    const repaired = await reconcileSubscriptions()
    return repaired.includes((await row()).stripeSubscriptionId ?? '')
  }
  return { billing, row, wasRepaired }
}

test('a payment, a cancellation and an end whose events were lost are found', async () => {
  const [paid, cancelling, ended] = [await buyer(), await buyer(), await buyer()]
  expect((await paid.row()).status).toBe('incomplete')
  expect(await paid.wasRepaired()).toBe(true)
  expect(await paid.row()).toMatchObject({ status: 'trialing', plan: 'pro' })

  await cancelAt((await cancelling.billing.cancel({})).url)
  await stripe.subscriptions.cancel((await ended.row()).stripeSubscriptionId ?? '')
  expect(await cancelling.wasRepaired()).toBe(true)
  const { cancelAt: endsAt, cancelAtPeriodEnd } = await cancelling.row()
  expect(endsAt !== null || cancelAtPeriodEnd).toBe(true)
  expect(await ended.row()).toMatchObject({ status: 'canceled', endedAt: expect.any(Date) })

  await deliverNews()
  for (const { wasRepaired } of [paid, cancelling, ended]) expect(await wasRepaired()).toBe(false)
})

test('a copy that Stripe does not know is left to a person', async () => {
  const { id: referenceId } = await createPerson()
  const unknown = { id: crypto.randomUUID(), referenceId, plan: 'pro', status: 'active' }
  const stripeSubscriptionId = `sub_elsewhere_${unknown.id}`
  await asSystem('test: of another account', (tx) =>
    tx.insert(subscription).values({ ...unknown, stripeSubscriptionId }),
  )
  expect(await reconcileSubscriptions()).not.toContain(stripeSubscriptionId)
  const [left] = await asSystem('test: the copy', (tx) =>
    tx.select().from(subscription).where(eq(subscription.id, unknown.id)),
  )
  expect(left).toMatchObject({ ...unknown, stripeSubscriptionId, endedAt: null })
})

test('events are kept for 90 days, and longer when they were never applied', async () => {
  const received = async (days: number, isApplied: boolean) => {
    const id = `evt_${crypto.randomUUID()}`
    const event = {
      id,
      object: 'event',
      type: 'charge.succeeded',
      data: { object: { id: 'ch_1' } },
    }
    await deliverPayload(JSON.stringify({ ...event, api_version: '2026-01-01', created: 1 }))
    await asSystem('test: long ago', (tx) =>
      tx
        .update(stripeEvent)
        .set({
          receivedAt: sql`now() - make_interval(days => ${days})`,
          ...(!isApplied && { appliedAt: null }),
        })
        .where(eq(stripeEvent.id, id)),
    )
    return id
  }
  const [old, unapplied, young] = [
    await received(91, true),
    await received(91, false),
    await received(89, true),
  ]
  await reconcileSubscriptions()
  const left = await asSystem('test: what is left', (tx) =>
    tx.select({ id: stripeEvent.id }).from(stripeEvent),
  )
  const ids = left.map(({ id }) => id)
  expect(ids).not.toContain(old)
  expect(ids).toContain(unapplied)
  expect(ids).toContain(young)
})
