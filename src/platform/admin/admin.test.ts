import { beforeAll, expect, test } from 'bun:test'
import { eq } from 'drizzle-orm'
import { safe } from '@orpc/client'
import { asSystem } from '#/db/access.server.ts'
import { subscription } from '#/platform/billing/tables.ts'
import { session, user } from '#/db/schema/identity.ts'
import { readSession } from '#/rpc/context.server.ts'
import {
  callsOf,
  createBrowser,
  goodPassword as password,
  openInbox,
  signUpAndConfirm,
} from '../../../tests/auth-browser.ts'
import { as, createPerson, createTenant, join } from '../../../tests/people.ts'
import { cookieOf } from '../../../tests/sessions.ts'

beforeAll(openInbox)

/** A signed-in admin in a browser of their own. */
async function adminBrowser() {
  const browser = createBrowser()
  const email = await signUpAndConfirm(browser, 'Adele Admin')
  await asSystem('test: make an admin', (tx) =>
    tx.update(user).set({ role: 'admin' }).where(eq(user.email, email)),
  )
  return browser
}

async function idOf(email: string) {
  const [found] = await asSystem('test: read an id', (tx) =>
    tx.select({ id: user.id }).from(user).where(eq(user.email, email)),
  )
  if (!found) throw new Error(`nobody is called ${email}`)
  return found.id
}

const codeOf = async (call: Promise<unknown>) => {
  const { error } = await safe(call)
  return error && 'code' in error ? error.code : null
}

test('to everybody but a platform admin the procedures do not exist', async () => {
  const person = await createPerson()
  const owner = await createPerson()
  await createTenant(owner)
  for (const stranger of [null, person, owner]) {
    const { admin } = as(stranger)
    const expected = stranger ? 'NOT_FOUND' : 'UNAUTHORIZED'
    const calls = [
      admin.users({}),
      admin.user({ userId: person.id }),
      admin.organizations({}),
      admin.subscriptions({}),
      admin.suspend({ userId: person.id, reason: 'because' }),
      admin.restore({ userId: person.id }),
      admin.setRole({ userId: person.id, role: 'admin' }),
    ]
    // All at once: one that fails while another is awaited would be nobody's.
    expect(new Set(await Promise.all(calls.map(codeOf)))).toEqual(new Set([expected]))
  }
})

test('the list of users finds parts of names and addresses, literally, and pages', async () => {
  const admin = await createPerson({ role: 'admin' })
  const marker = crypto.randomUUID().slice(0, 8)
  for (let i = 0; i < 27; i++) await createPerson({ name: `Row ${marker} ${i}` })
  const percent = await createPerson({ name: `100%_${marker}` })

  const first = await as(admin).admin.users({ search: marker.toUpperCase() })
  expect(first).toMatchObject({ total: 28, page: 1 })
  expect(first.rows).toHaveLength(25)
  const second = await as(admin).admin.users({ search: marker, page: 2 })
  expect(second.rows).toHaveLength(3)
  const ids = new Set([...first.rows, ...second.rows].map(({ id }) => id))
  expect(ids.size).toBe(28)

  expect((await as(admin).admin.users({ search: `%_${marker}` })).rows).toMatchObject([
    { id: percent.id, role: 'user', state: 'active' },
  ])
  expect((await as(admin).admin.users({ search: `_%${marker}` })).rows).toEqual([])
  expect((await as(admin).admin.users({ search: percent.email })).total).toBe(1)
})

test('the lists of organisations and subscriptions count and name what belongs to each', async () => {
  const admin = await createPerson({ role: 'admin' })
  const owner = await createPerson({ name: 'Olga Owner' })
  const tenant = await createTenant(owner, `Birch ${crypto.randomUUID()}`)
  await join(tenant, await createPerson(), 'member')
  const paid = (referenceId: string, plan: string) => ({
    id: crypto.randomUUID(),
    plan,
    referenceId,
    status: 'trialing',
    seats: 2,
  })
  // The list begins with what is paid for longest, whatever other tests have left.
  const orphan = { ...paid('nobody-any-more', 'pro'), periodEnd: new Date('2999-01-01') }
  const lastDay = new Date('2030-05-01T00:00:00Z')
  const cancelled = { ...paid(owner.id, 'pro'), cancelAtPeriodEnd: true, periodEnd: lastDay }
  await asSystem('test: subscribe', (tx) =>
    tx.insert(subscription).values([paid(tenant.id, 'team'), cancelled, orphan]),
  )
  const { rows } = await as(admin).admin.organizations({ search: tenant.name })
  expect(rows).toMatchObject([{ slug: tenant.slug, members: 2, plan: 'team' }])

  const listed = await as(admin).admin.subscriptions({ search: tenant.name })
  expect(listed.rows).toMatchObject([
    {
      plan: 'team',
      status: 'trialing',
      endsAt: null,
      payer: { kind: 'organization', slug: tenant.slug },
    },
  ])
  const all = await as(admin).admin.subscriptions({})
  expect(all.rows[0]?.payer.kind).toBe('gone')

  const details = await as(admin).admin.user({ userId: owner.id })
  expect(details).toMatchObject({
    name: 'Olga Owner',
    state: 'active',
    suspension: null,
    memberships: [{ slug: tenant.slug, role: 'owner' }],
    subscriptions: [{ plan: 'pro', status: 'trialing', endsAt: lastDay }],
  })
})

test('a suspension ends every session at once, says so, refuses sign-in, and can be lifted', async () => {
  const admin = await adminBrowser()
  const browser = createBrowser()
  const email = await signUpAndConfirm(browser)
  const userId = await idOf(email)
  expect(await callsOf(browser).identity.endOfSession()).toBeNull()

  await callsOf(admin).admin.suspend({ userId, reason: 'Sold a course in the chat' })
  expect(await callsOf(browser).identity.me()).toBeNull()
  expect(await callsOf(browser).identity.endOfSession()).toEqual({ reason: 'SUSPENDED' })
  expect(await callsOf(createBrowser()).identity.endOfSession()).toBeNull()
  const refused = await createBrowser().post('sign-in/email', { email, password })
  expect(await refused.json()).toMatchObject({ code: 'BANNED_USER' })
  const guess = await createBrowser().post('sign-in/email', { email, password: 'not mine' })
  expect(await guess.json()).toMatchObject({ code: 'INVALID_EMAIL_OR_PASSWORD' })
  expect(await callsOf(admin).admin.user({ userId })).toMatchObject({
    state: 'suspended',
    suspension: { reason: 'Sold a course in the chat', until: null },
    sessions: [],
  })

  await callsOf(admin).admin.restore({ userId })
  expect(await callsOf(browser).identity.endOfSession()).toBeNull()
  expect(await browser.signedInAs()).toBeNull()
  await browser.post('sign-in/email', { email, password })
  expect(await browser.signedInAs()).toBe(email)
})

test('a suspension with an end is over when it ends', async () => {
  const admin = await adminBrowser()
  const browser = createBrowser()
  const email = await signUpAndConfirm(browser)
  const userId = await idOf(email)
  await callsOf(admin).admin.suspend({ userId, reason: 'Cool down', days: 7 })
  const { suspension } = await callsOf(admin).admin.user({ userId })
  const days = ((suspension?.until?.getTime() ?? 0) - Date.now()) / 86_400_000
  expect(days).toBeWithin(6.9, 7.1)

  await asSystem('test: let a week pass', (tx) =>
    tx
      .update(user)
      .set({ banExpires: new Date(Date.now() - 1_000) })
      .where(eq(user.id, userId)),
  )
  expect(await callsOf(browser).identity.endOfSession()).toBeNull()
  expect(await callsOf(admin).admin.user({ userId })).toMatchObject({ state: 'active' })
  await browser.post('sign-in/email', { email, password })
  expect(await browser.signedInAs()).toBe(email)
})

test('a session that a sign-in stored after the suspension gives nothing until it is over', async () => {
  const person = await createPerson()
  const headers = new Headers({ cookie: await cookieOf(person) })
  const whoAsks = async () => (await readSession(headers))?.user.id ?? null
  const suspend = (banned: boolean, banExpires: Date | null) =>
    asSystem('test: suspend, and leave the session', (tx) =>
      tx.update(user).set({ banned, banExpires }).where(eq(user.id, person.id)),
    )
  await suspend(true, null)
  expect(await whoAsks()).toBeNull()
  await suspend(true, new Date(Date.now() + 60_000))
  expect(await whoAsks()).toBeNull()
  await suspend(true, new Date(Date.now() - 60_000))
  expect(await whoAsks()).toBe(person.id)
})

test('an admin can suspend neither themselves nor another admin, nor nobody', async () => {
  const admin = await adminBrowser()
  const me = await callsOf(admin).identity.me()
  const other = await createPerson({ role: 'admin' })
  const suspend = (userId: string) =>
    codeOf(callsOf(admin).admin.suspend({ userId, reason: 'because' }))
  expect(await suspend(me?.id ?? '')).toBe('CANNOT_SUSPEND_YOURSELF')
  expect(await suspend(other.id)).toBe('CANNOT_SUSPEND_ADMIN')
  expect(await suspend('nobody')).toBe('NOT_FOUND')
  const left = await asSystem('test: count sessions', (tx) =>
    tx
      .select()
      .from(session)
      .where(eq(session.userId, me?.id ?? '')),
  )
  expect(left).toHaveLength(1)
})
