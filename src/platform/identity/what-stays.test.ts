import { beforeAll, expect, test } from 'bun:test'
import { queueMail } from '#/adapters/mail.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { session } from '#/db/schema/identity.ts'
import { modelCall } from '#/db/schema/model-calls.ts'
import { invitation } from '#/db/schema/organizations.ts'
import { usageCounter } from '#/platform/billing/tables.ts'
import { createCv } from '../../../tests/files.ts'
import {
  callsOf,
  createBrowser,
  goodPassword as password,
  nthMailTo,
  openInbox,
  signUpAndConfirm,
} from '../../../tests/auth-browser.ts'
import { testStorage } from '../../../tests/local-services.ts'
import { as, createPerson, createTenant, join } from '../../../tests/people.ts'
import { cancelAt, deliverNews, openShop, pay, signedInAs } from '../../../tests/payments.ts'
import { rowsLeftOf, rowsWith } from '../../../tests/rows-with.ts'
import { deleteAccount } from './delete-account.server.ts'

beforeAll(() => Promise.all([openInbox(), testStorage()]))

const inAnHour = () => new Date(Date.now() + 3_600_000)

test('nothing in the database leads to somebody who deleted their account', async () => {
  const browser = createBrowser()
  const name = `Ada ${crypto.randomUUID().slice(0, 8)}`
  const email = await signUpAndConfirm(browser, name)
  const calls = callsOf(browser)
  const me = await calls.identity.me()
  if (!me) throw new Error('not signed in')
  const colleague = await createPerson()
  const tenant = await createTenant(colleague)
  await join(tenant, me, 'member')
  await createCv(me)
  await asSystem('test: traces of a person', async (tx) => {
    await tx.insert(usageCounter).values([
      { subject: `user:${me.id}`, metric: 'coffee', used: 1, endsAt: inAnHour() },
      { subject: `user:${me.id}`, metric: 'tea', used: 3, endsAt: inAnHour() },
    ])
    await tx.insert(invitation).values({
      id: Bun.randomUUIDv7(),
      organizationId: tenant.id,
      email,
      role: 'member',
      inviterId: colleague.id,
      expiresAt: inAnHour(),
    })
    await tx.insert(modelCall).values({
      id: Bun.randomUUIDv7(),
      userId: me.id,
      purpose: 'test',
      provider: 'openai',
      model: 'm',
      durationMs: 1,
      outcome: 'done',
    })
  })
  // Somebody who signs in elsewhere, forgot the password, and has mail on its way, sent and not.
  await createBrowser().post('sign-in/email', { email, password })
  await createBrowser().post('request-password-reset', { email })
  await nthMailTo(email, 2)
  await queueMail({ to: email, subject: 'Hello', html: '<p>Hello</p>', text: 'Hello' })
  expect((await rowsLeftOf(me.id)).length).toBeGreaterThan(8)

  await calls.identity.deleteAccount({ email, password })
  expect(await rowsLeftOf(me.id)).toEqual([])
  expect(await rowsWith(email)).toEqual([])
  expect(await rowsWith(name)).toEqual([])
})

test('nothing in the database leads to a payer who deleted their account', async () => {
  await openShop()
  const person = await createPerson({ name: `Ada ${crypto.randomUUID().slice(0, 8)}` })
  const { billing } = await signedInAs(person)
  await pay((await billing.checkout({ interval: 'month' })).url)
  await deliverNews()
  await cancelAt((await billing.cancel({})).url)
  await deliverNews()
  await deleteAccount(person)
  // Stripe tells about the end of a customer afterwards.
  expect((await deliverNews()).length).toBeGreaterThan(0)
  for (const trace of [person.email, person.name]) expect(await rowsWith(trace)).toEqual([])
  expect(await rowsLeftOf(person.id)).toEqual([])
})

test('nothing in the database leads to an organisation that was deleted', async () => {
  const owner = await createPerson()
  const tenant = await createTenant(owner, `Birch ${crypto.randomUUID().slice(0, 8)}`)
  const candidate = await createPerson()
  await asSystem('test: traces of an organisation', async (tx) => {
    await tx
      .insert(usageCounter)
      .values([
        { subject: `organization:${tenant.id}`, metric: 'tea', used: 1, endsAt: inAnHour() },
      ])
    await tx.insert(session).values({
      id: Bun.randomUUIDv7(),
      token: Bun.randomUUIDv7(),
      userId: owner.id,
      expiresAt: inAnHour(),
      activeOrganizationId: tenant.id,
    })
    await tx.insert(invitation).values({
      id: Bun.randomUUIDv7(),
      organizationId: tenant.id,
      email: candidate.email,
      role: 'member',
      inviterId: owner.id,
      expiresAt: inAnHour(),
    })
  })
  await as(owner).organizations.remove({ organizationSlug: tenant.slug, typedName: tenant.name })
  // The trail also says what the organisation was called.
  for (const trace of [tenant.id, tenant.slug, tenant.name]) {
    expect(await rowsLeftOf(trace)).toEqual([])
  }
})
