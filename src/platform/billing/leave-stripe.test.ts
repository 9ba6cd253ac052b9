import { beforeAll, describe, expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import {
  createBrowser,
  callsOf,
  goodPassword,
  openInbox,
  signUpAndConfirm,
} from '../../../tests/auth-browser.ts'
import { deliverNews, openShop, pay, signedInAs } from '../../../tests/payments.ts'
import { createPerson, createTenant } from '../../../tests/people.ts'
import { stripe } from '#/adapters/stripe.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { subscription } from './tables.ts'
import { user } from '#/db/schema/identity.ts'
import { organization } from '#/db/schema/organizations.ts'
import { deleteStripeCustomer } from './leave-stripe.server.ts'

beforeAll(async () => {
  await Promise.all([openShop(), openInbox()])
})

const refused = (code: string) => expect.objectContaining({ code })

/** Somebody with a password, at the page where Pro is paid. */
async function atCheckout() {
  const browser = createBrowser()
  const email = await signUpAndConfirm(browser)
  const calls = callsOf(browser)
  const { url } = await calls.billing.checkout({ interval: 'month' })
  const customer = await customerAt(user, email)
  const remove = () => calls.identity.deleteAccount({ email, password: goodPassword })
  return { email, url, customer, remove }
}

async function customerAt(table: typeof user, email: string): Promise<string> {
  const [found] = await asSystem('test: the customer', (tx) =>
    tx.select({ id: table.stripeCustomerId }).from(table).where(eq(table.email, email)),
  )
  if (!found?.id) throw new Error('no customer')
  return found.id
}

/** What Stripe would still charge. */
const chargeable = async (customer: string) => {
  const { data } = await stripe.subscriptions.list({ customer, limit: 100 })
  return data.map(({ status }) => status)
}

describe('an account that is deleted', () => {
  test('leaves no page behind that can be paid, and no customer', async () => {
    const { url, customer, remove } = await atCheckout()
    await remove()
    const late = await pay(url)
    expect(late.status).not.toBe(303)
    await deliverNews()
    expect(await stripe.customers.retrieve(customer)).toMatchObject({ deleted: true })
  })

  test('is not deleted between the payment and its event', async () => {
    const { url, customer, remove } = await atCheckout()
    await pay(url)
    await expect(remove()).rejects.toMatchObject({ code: 'HAS_SUBSCRIPTION' })
    expect(await chargeable(customer)).toEqual(['trialing'])
  })

  test('stays when Stripe cannot say what would still be charged', async () => {
    const { email, remove } = await atCheckout()
    const { list } = stripe.subscriptions
    stripe.subscriptions.list = () => {
      throw new Error('connection reset')
    }
    try {
      await expect(remove()).rejects.toThrow()
    } finally {
      stripe.subscriptions.list = list
    }
    expect(await customerAt(user, email)).toBeTruthy()
  })

  test.each(['past_due', 'unpaid', 'paused'])('cancels first what is %s', async (status) => {
    const { email, remove } = await atCheckout()
    await asSystem('test: a payment failed', async (tx) => {
      const [person] = await tx.select({ id: user.id }).from(user).where(eq(user.email, email))
      await tx
        .update(subscription)
        .set({ status })
        .where(eq(subscription.referenceId, person?.id ?? ''))
    })
    await expect(remove()).rejects.toEqual(refused('HAS_SUBSCRIPTION'))
  })
})

test('an organisation that is deleted leaves nothing at Stripe either', async () => {
  const owner = await createPerson()
  const tenant = await createTenant(owner, 'Birch')
  const { billing, organizations } = await signedInAs(owner)
  const here = { organizationSlug: tenant.slug }
  const { url } = await billing.checkout({ ...here, interval: 'month' })
  await organizations.remove({ ...here, typedName: 'Birch' })
  expect((await pay(url)).status).not.toBe(303)
})

test('a customer who is still somebody is never deleted', async () => {
  const { customer } = await atCheckout()
  await deleteStripeCustomer(customer)
  expect(await stripe.customers.retrieve(customer)).not.toMatchObject({ deleted: true })
  const owner = await createPerson()
  const tenant = await createTenant(owner)
  const { id } = await stripe.customers.create({ email: owner.email })
  await asSystem('test: a customer', (tx) =>
    tx.update(organization).set({ stripeCustomerId: id }).where(eq(organization.id, tenant.id)),
  )
  await deleteStripeCustomer(id)
  expect(await stripe.customers.retrieve(id)).not.toMatchObject({ deleted: true })
})
