import { beforeAll, expect, test } from 'bun:test'
import { safe } from '@orpc/client'
import { eq } from 'drizzle-orm'
import { permitUpload, readObject, writeObject } from '#/adapters/object-storage.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { subscription } from '#/platform/billing/tables.ts'
import { file } from '#/platform/files/tables.ts'
import { session, user } from '#/db/schema/identity.ts'
import { site } from '#/site.ts'
import {
  callsOf,
  createBrowser,
  goodPassword as password,
  nthMailTo,
  openInbox,
  signUpAndConfirm,
  type Browser,
} from '../../../tests/auth-browser.ts'
import { fileOf } from '../../../tests/files.ts'
import { testStorage } from '../../../tests/local-services.ts'
import { createPerson, createTenant, join, type Person } from '../../../tests/people.ts'

beforeAll(() => Promise.all([openInbox(), testStorage()]))

const codeOf = async (call: Promise<unknown>) => {
  const { error } = await safe(call)
  return error && 'code' in error ? error.code : null
}

async function signedIn() {
  const browser = createBrowser()
  const email = await signUpAndConfirm(browser)
  const me = await callsOf(browser).identity.me()
  if (!me) throw new Error('not signed in')
  return { browser, email, me, calls: callsOf(browser) }
}

async function secondDevice(email: string): Promise<Browser> {
  const browser = createBrowser()
  await browser.post('sign-in/email', { email, password })
  return browser
}

test('name and language change together or alone, and mails follow the language', async () => {
  const { browser, email, calls } = await signedIn()
  await calls.identity.update({ name: '  Ada Lovelace ', locale: 'pt' })
  expect(await callsOf(browser).identity.me()).toMatchObject({ name: 'Ada Lovelace', locale: 'pt' })
  await calls.identity.update({ locale: 'de' })
  expect(await callsOf(browser).identity.me()).toMatchObject({ name: 'Ada Lovelace', locale: 'de' })
  await browser.post('request-password-reset', { email })
  expect((await nthMailTo(email, 2)).html).toContain('lang="de-DE"')
})

test('a new password needs the old one and ends the sessions of other devices', async () => {
  const { browser, email, calls } = await signedIn()
  const phone = await secondDevice(email)
  const newPassword = 'rain on the tin roof'
  const wrong = calls.identity.changePassword({ currentPassword: 'not mine', newPassword })
  expect(await codeOf(wrong)).toBe('WRONG_PASSWORD')
  const weak = { currentPassword: password, newPassword: 'Password123' }
  expect(await codeOf(calls.identity.changePassword(weak))).toBe('BAD_REQUEST')
  expect(await phone.signedInAs()).toBe(email)

  await calls.identity.changePassword({ currentPassword: password, newPassword })
  expect(await phone.signedInAs()).toBeNull()
  expect(await browser.signedInAs()).toBe(email)
  const again = await createBrowser().post('sign-in/email', { email, password: newPassword })
  expect(again.status).toBe(200)
})

test('whoever sits at an open session cannot try passwords for long', async () => {
  const { calls } = await signedIn()
  const guess = (n: number) =>
    codeOf(
      calls.identity.changePassword({
        currentPassword: `guess ${n}`,
        newPassword: 'tin roof rain',
      }),
    )
  for (let n = 0; n < 10; n++) expect(await guess(n)).toBe('WRONG_PASSWORD')
  expect(await guess(11)).toBe('RATE_LIMITED')
})

test('sessions are listed without their tokens and can be ended, but only one’s own', async () => {
  const { browser, email, calls } = await signedIn()
  const phone = await secondDevice(email)
  const stranger = await signedIn()
  const sessions = await calls.identity.sessions()
  expect(sessions.map(({ isCurrent }) => isCurrent)).toEqual([false, true])
  const token = browser.cookies.get(`${site.id}.session_token`)?.split('.')[0] ?? 'none'
  expect(JSON.stringify(sessions)).not.toContain(token)

  const [other] = sessions
  const id = other?.id ?? ''
  expect(await codeOf(stranger.calls.identity.endSession({ id }))).toBe('NOT_FOUND')
  expect(await phone.signedInAs()).toBe(email)
  await calls.identity.endSession({ id })
  expect(await phone.signedInAs()).toBeNull()

  const laptop = await secondDevice(email)
  await calls.identity.endOtherSessions()
  expect([await laptop.signedInAs(), await browser.signedInAs()]).toEqual([null, email])
})

/** A member of an organisation with a stored file; returns where it lies. */
async function joinWithFile(person: Person) {
  await join(await createTenant(await createPerson()), person, 'member')
  const row = fileOf(person, { status: 'ready' })
  // A permit makes sure that the bucket is there.
  await permitUpload(row.storageKey, { contentType: 'text/plain', sizeBytes: 4 }, 60)
  await writeObject(row.storageKey, new TextEncoder().encode('a CV'), 'text/plain')
  expect(await readObject(row.storageKey, 10)).not.toBeNull()
  await asSystem('test: a stored file', (tx) => tx.insert(file).values(row))
  return row.storageKey
}

test('an account is deleted with what belongs to it, after address and password', async () => {
  const { browser, email, me, calls } = await signedIn()
  const storageKey = await joinWithFile(me)
  const remove = (given: { email: string; password: string }) =>
    codeOf(calls.identity.deleteAccount(given))
  expect(await remove({ email: 'other@people.example', password })).toBe('ADDRESS_DIFFERS')
  expect(await remove({ email, password: 'not mine' })).toBe('WRONG_PASSWORD')

  expect(await remove({ email: email.toUpperCase(), password })).toBeNull()
  expect(await browser.signedInAs()).toBeNull()
  expect(await readObject(storageKey, 10)).toBeNull()
  const tables = [
    [user, user.id],
    [session, session.userId],
    [file, file.userId],
  ] as const
  for (const [table, column] of tables) {
    const left = await asSystem('test: what is left', (tx) =>
      tx.select().from(table).where(eq(column, me.id)),
    )
    expect(left).toEqual([])
  }
  expect((await createBrowser().post('sign-in/email', { email, password })).status).toBe(401)
})

test('the only owner of an organisation hands it over first', async () => {
  const { email, me, calls } = await signedIn()
  const tenant = await createTenant(me, 'Birch')
  const { error, isDefined } = await safe(calls.identity.deleteAccount({ email, password }))
  expect(isDefined && error.code === 'OWNS_ORGANIZATIONS' && error.data).toEqual({
    names: ['Birch'],
  })
  await join(tenant, await createPerson(), 'owner')
  await calls.identity.deleteAccount({ email, password })
})

test('who still pays cancels first', async () => {
  const { email, me, calls } = await signedIn()
  const running = { id: crypto.randomUUID(), plan: 'pro', referenceId: me.id, status: 'active' }
  await asSystem('test: subscribe', (tx) => tx.insert(subscription).values(running))
  expect(await codeOf(calls.identity.deleteAccount({ email, password }))).toBe('HAS_SUBSCRIPTION')
})
