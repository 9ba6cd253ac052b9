import { afterAll, beforeAll, expect, test } from 'bun:test'
import { and, desc, eq, inArray, notInArray } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { auditEvent } from '#/platform/audit/tables.ts'
import { user } from '#/db/schema/identity.ts'
import {
  callsOf,
  createBrowser,
  goodPassword,
  openInbox,
  signUpAndConfirm,
} from '../../../tests/auth-browser.ts'
import { as, createPerson, type Person } from '../../../tests/people.ts'

/** Admins whom other tests have left would make nobody the last one. */
let others: string[] = []
beforeAll(async () => {
  await openInbox()
  const rows = await asSystem('test: put other admins aside', (tx) =>
    tx.update(user).set({ role: 'user' }).where(eq(user.role, 'admin')).returning({ id: user.id }),
  )
  others = rows.map(({ id }) => id)
})
afterAll(() =>
  asSystem('test: bring the other admins back', (tx) =>
    tx.update(user).set({ role: 'admin' }).where(inArray(user.id, others)),
  ),
)

const admins = (...ids: string[]) =>
  asSystem('test: who is an admin', async (tx) => {
    const rows = await tx
      .select({ id: user.id })
      .from(user)
      .where(and(eq(user.role, 'admin'), inArray(user.id, ids)))
    return rows.map(({ id }) => id)
  })

/** The only admins there are. */
async function onlyAdmins(count: number): Promise<Person[]> {
  const people = await Promise.all(
    Array.from({ length: count }, () => createPerson({ role: 'admin' })),
  )
  const ids = people.map(({ id }) => id)
  await asSystem('test: no other admins', (tx) =>
    tx
      .update(user)
      .set({ role: 'user' })
      .where(and(eq(user.role, 'admin'), notInArray(user.id, ids))),
  )
  return people
}

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )
const setRole = (by: Person, of: { id: string }, role: 'user' | 'admin') =>
  codeOf(as(by).admin.setRole({ userId: of.id, role }))

test('the role is granted and taken, holds at once, and the trail says by whom', async () => {
  const [admin] = await onlyAdmins(1)
  if (!admin) throw new Error('no admin')
  const person = await createPerson()
  expect(await codeOf(as(person).admin.users({}))).toBe('NOT_FOUND')
  expect(await setRole(admin, person, 'admin')).toBe('done')
  expect(await setRole(admin, person, 'admin')).toBe('done')
  expect(await codeOf(as(person).admin.users({}))).toBe('done')
  expect(await setRole(person, admin, 'user')).toBe('done')
  expect(await codeOf(as(admin).admin.users({}))).toBe('NOT_FOUND')
  const events = await asSystem('test: the trail', (tx) =>
    tx
      .select()
      .from(auditEvent)
      .where(and(eq(auditEvent.action, 'user.role_changed'), eq(auditEvent.subjectId, person.id)))
      .orderBy(desc(auditEvent.id)),
  )
  expect(events).toHaveLength(1)
  expect(events[0]).toMatchObject({ actorId: admin.id })
})

test('the last admin stays, by their own hand and by deleting the account', async () => {
  const [admin] = await onlyAdmins(1)
  if (!admin) throw new Error('no admin')
  expect(await setRole(admin, admin, 'user')).toBe('LAST_ADMIN')
  expect(await admins(admin.id)).toEqual([admin.id])

  const browser = createBrowser()
  const email = await signUpAndConfirm(browser)
  await asSystem('test: the only admin', async (tx) => {
    await tx.update(user).set({ role: 'user' }).where(eq(user.id, admin.id))
    await tx.update(user).set({ role: 'admin' }).where(eq(user.email, email))
  })
  const remove = () =>
    codeOf(callsOf(browser).identity.deleteAccount({ email, password: goodPassword }))
  expect(await remove()).toBe('LAST_ADMIN')
  await createPerson({ role: 'admin' })
  expect(await remove()).toBe('done')
})

test('one who is suspended does not count, nor becomes an admin', async () => {
  const [admin, suspended] = await onlyAdmins(2)
  if (!admin || !suspended) throw new Error('no admins')
  const [banned, unconfirmed] = [await createPerson(), await createPerson()]
  await asSystem('test: suspended and unconfirmed', async (tx) => {
    await tx
      .update(user)
      .set({ banned: true })
      .where(inArray(user.id, [suspended.id, banned.id]))
    await tx.update(user).set({ emailVerified: false }).where(eq(user.id, unconfirmed.id))
  })
  expect(await setRole(admin, admin, 'user')).toBe('LAST_ADMIN')
  expect(await setRole(admin, banned, 'admin')).toBe('NOT_ACTIVE')
  expect(await setRole(admin, unconfirmed, 'admin')).toBe('NOT_ACTIVE')
  expect(await setRole(admin, { id: 'nobody' }, 'admin')).toBe('NOT_FOUND')
})

test('two who take each other’s role at the same moment leave one admin', async () => {
  for (let attempt = 0; attempt < 10; attempt++) {
    const [one, other] = await onlyAdmins(2)
    if (!one || !other) throw new Error('no admins')
    const results = await Promise.all([setRole(one, other, 'user'), setRole(other, one, 'user')])
    expect(results.toSorted()).toEqual(['NOT_FOUND', 'done'])
    expect(await admins(one.id, other.id)).toHaveLength(1)
  }
})

test('two who give their own role up at the same moment leave one admin', async () => {
  const [one, other] = await onlyAdmins(2)
  if (!one || !other) throw new Error('no admins')
  const results = await Promise.all([setRole(one, one, 'user'), setRole(other, other, 'user')])
  expect(results.toSorted()).toEqual(['LAST_ADMIN', 'done'])
  expect(await admins(one.id, other.id)).toHaveLength(1)
})
