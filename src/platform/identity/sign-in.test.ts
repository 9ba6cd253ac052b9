import { beforeAll, expect, test } from 'bun:test'
import { site } from '#/site.ts'
import { rowsWith } from '../../../tests/rows-with.ts'
import {
  callsOf,
  createBrowser,
  goodPassword as password,
  newAddress,
  nthMailTo,
  openInbox,
  signUpAndConfirm,
} from '../../../tests/auth-browser.ts'
import { limitAccount } from './engine-limits.server.ts'

beforeAll(openInbox)

async function until(isSo: () => Promise<boolean>) {
  const end = performance.now() + 10_000
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('It did not happen within ten seconds.')
    await Bun.sleep(50)
  }
}

test('a wrong password and an unknown address get the same answer', async () => {
  const email = await signUpAndConfirm(createBrowser())
  const outcome = async (address: string) => {
    const answer = await createBrowser().post('sign-in/email', {
      email: address,
      password: 'not mine',
    })
    return { status: answer.status, body: await answer.json(), headers: [...answer.headers.keys()] }
  }
  const answers = [await outcome(newAddress()), await outcome(email)]
  expect(answers[1]).toEqual(answers[0])
  expect(answers[0]).toMatchObject({ status: 401, body: { code: 'INVALID_EMAIL_OR_PASSWORD' } })
})

test('an unconfirmed account is named only to whoever knows its password', async () => {
  const email = newAddress()
  await createBrowser().post('sign-up/email', { name: 'Ada', email, password, locale: 'en' })
  const phone = createBrowser()
  expect((await phone.post('sign-in/email', { email, password: 'not mine' })).status).toBe(401)

  const answer = await phone.post('sign-in/email', { email, password })
  expect(await answer.json()).toMatchObject({ code: 'EMAIL_NOT_VERIFIED' })
  await phone.post('send-verification-email', { email })
  await phone.open((await nthMailTo(email, 2)).link)
  expect(await phone.signedInAs()).toBe(email)
})

test('signing in makes a new session and ignores the one that was brought along', async () => {
  const email = await signUpAndConfirm(createBrowser())
  const browser = createBrowser()
  browser.cookies.set(`${site.id}.session_token`, 'chosen-by-somebody-else')
  await browser.post('sign-in/email', { email, password })
  const first = browser.cookies.get(`${site.id}.session_token`)
  expect(first).not.toBe('chosen-by-somebody-else')
  await browser.post('sign-in/email', { email, password })
  expect(browser.cookies.get(`${site.id}.session_token`)).not.toBe(first)
})

test('signing out ends the session on the server', async () => {
  const browser = createBrowser()
  await signUpAndConfirm(browser)
  const kept = new Map(browser.cookies)
  await browser.post('sign-out', {})
  for (const [name, value] of kept) browser.cookies.set(name, value)
  expect(await browser.signedInAs()).toBeNull()
})

test('attempts at one account are limited from wherever they come, until a new password by mail', async () => {
  const email = await signUpAndConfirm(createBrowser())
  const attempt = (secret: string) =>
    createBrowser().post('sign-in/email', { email, password: secret })
  for (let i = 0; i < 10; i++) expect((await attempt(`guess number ${i}`)).status).toBe(401)

  const refused = await attempt(password)
  expect(refused.status).toBe(429)
  expect(await refused.json()).toMatchObject({ code: 'RATE_LIMITED' })
  expect(Number(refused.headers.get('x-retry-after'))).toBeWithin(800, 901)

  const browser = createBrowser()
  await browser.post('request-password-reset', { email })
  const token = await openResetLink(email, 2)
  await browser.post('reset-password', { token, newPassword: 'another walk in the wood' })
  expect((await attempt('another walk in the wood')).status).toBe(200)
})

test('attempts from one client address are limited, whatever the account', async () => {
  const answers = []
  for (let i = 0; i < 31; i++) {
    const browser = createBrowser('192.0.2.77')
    // No password at all is the quickest of answers, and counts just the same.
    answers.push(await browser.post('sign-in/email', { email: newAddress(), password: '' }))
  }
  expect(answers.filter(({ status }) => status === 400)).toHaveLength(30)
  expect(answers.at(-1)?.status).toBe(429)
  expect(Number(answers.at(-1)?.headers.get('x-retry-after'))).toBeWithin(1, 61)
})

test('a successful sign-in forgets the failures before it', async () => {
  const email = await signUpAndConfirm(createBrowser())
  const attempt = (secret: string) =>
    createBrowser().post('sign-in/email', { email, password: secret })
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 9; i++) await attempt('guess')
    expect((await attempt(password)).status).toBe(200)
  }
}, 15_000)

async function openResetLink(email: string, mail: number) {
  const answer = await createBrowser().open((await nthMailTo(email, mail)).link)
  const page = new URL(answer.headers.get('location') ?? '', 'http://here.example')
  expect(page.pathname).toBe('/reset-password')
  return page.searchParams.get('token')
}

test('a forgotten password: one link, once; every session ends', async () => {
  const browser = createBrowser()
  const email = await signUpAndConfirm(browser)
  await createBrowser().post('request-password-reset', { email: email.toUpperCase() })
  const token = await openResetLink(email, 2)

  const common = await createBrowser().post('reset-password', { token, newPassword: 'Password123' })
  expect(common.status).toBe(400)
  const newPassword = 'rain on the tin roof'
  const saved = await createBrowser().post('reset-password', { token, newPassword })
  expect(saved.status).toBe(200)
  expect(await browser.signedInAs()).toBeNull()

  const again = await createBrowser().post('reset-password', { token, newPassword })
  expect(await again.json()).toMatchObject({ code: 'INVALID_TOKEN' })
  const link = (await nthMailTo(email, 2)).link
  expect((await createBrowser().open(link)).headers.get('location')).toEndWith(
    'error=INVALID_TOKEN',
  )
  expect((await browser.post('sign-in/email', { email, password })).status).toBe(401)
  expect((await browser.post('sign-in/email', { email, password: newPassword })).status).toBe(200)
})

test('a used link voids the others that were sent', async () => {
  const email = await signUpAndConfirm(createBrowser())
  for (let i = 0; i < 2; i++) await createBrowser().post('request-password-reset', { email })
  const tokens = [await openResetLink(email, 2), await openResetLink(email, 3)]
  const [first, second] = tokens
  const reset = (token: string | null | undefined, newPassword: string) =>
    createBrowser().post('reset-password', { token, newPassword })
  expect((await reset(second, 'rain on the tin roof')).status).toBe(200)
  expect(await (await reset(first, 'another walk in it')).json()).toMatchObject({
    code: 'INVALID_TOKEN',
  })
})

test('changing the password voids the links that were sent before', async () => {
  const browser = createBrowser()
  const email = await signUpAndConfirm(browser)
  await createBrowser().post('request-password-reset', { email })
  const token = await openResetLink(email, 2)
  const newPassword = 'rain on the tin roof'
  await callsOf(browser).identity.changePassword({ currentPassword: password, newPassword })
  const late = await createBrowser().post('reset-password', { token, newPassword: 'too late now' })
  expect(await late.json()).toMatchObject({ code: 'INVALID_TOKEN' })
  expect(
    (await createBrowser().post('sign-in/email', { email, password: newPassword })).status,
  ).toBe(200)
})

test('no link can be made from what the database holds', async () => {
  const email = await signUpAndConfirm(createBrowser())
  await createBrowser().post('request-password-reset', { email })
  const mail = await nthMailTo(email, 2)
  const token = await openResetLink(email, 2)
  expect(mail.link).toContain(token ?? 'no token')
  // The mail is emptied right after it was sent.
  await until(async () => (await rowsWith(token ?? '')).length === 0)
  expect(await rowsWith(mail.link)).toEqual([])
})

test('a reset proves the address of an account that was never confirmed', async () => {
  const email = newAddress()
  await createBrowser().post('sign-up/email', { name: 'Ada', email, password, locale: 'pt' })
  await createBrowser().post('request-password-reset', { email })
  const token = await openResetLink(email, 2)
  const newPassword = 'rain on the tin roof'
  const owner = createBrowser()
  await owner.post('reset-password', { token, newPassword })
  await owner.post('sign-in/email', { email, password: newPassword })
  expect(await owner.signedInAs()).toBe(email)
})

test('asking for a new password gets the same answer for every address', async () => {
  const known = await signUpAndConfirm(createBrowser())
  const outcome = async (email: string) => {
    const started = performance.now()
    const answer = await createBrowser().post('request-password-reset', { email })
    const isPadded = performance.now() - started >= 345
    return { status: answer.status, body: await answer.json(), isPadded }
  }
  const answers = [await outcome(newAddress()), await outcome(known)]
  expect(answers[1]).toEqual(answers[0])
  expect(answers[0]).toMatchObject({ status: 200, isPadded: true })
})

test('nobody floods an inbox: the fifth mail is refused, for unknown addresses too', async () => {
  const ask = async (email: string) => {
    const answers = []
    for (let i = 0; i < 5; i++) {
      answers.push((await createBrowser().post('send-verification-email', { email })).status)
    }
    return answers
  }
  expect(await ask(newAddress())).toEqual([200, 200, 200, 200, 429])
}, 15_000)

test.each(['send-verification-email', 'request-password-reset'])(
  '%s writes to one inbox ten times a day, whichever of its addresses is named',
  async (path) => {
    const inbox = crypto.randomUUID()
    const ask = async (email: string) => (await createBrowser().post(path, { email })).status
    const asked: number[] = []
    for (let number = 0; number < 11; number++) {
      asked.push(await ask(`${inbox}+${number}@inbox.example`))
    }
    expect(asked).toEqual([...Array.from({ length: 10 }, () => 200), 429])
    expect(await ask(`${inbox.toUpperCase()}@INBOX.example`)).toBe(429)
    expect(await ask(newAddress())).toBe(200)
  },
  60_000,
)

test('signing up writes to one inbox ten times a day', async () => {
  const inbox = crypto.randomUUID()
  for (let number = 0; number < 10; number++) {
    await limitAccount('sign-up', `${inbox}+${number}@inbox.example`)
  }
  const email = `${inbox}+ten@inbox.example`
  const answer = await createBrowser().post('sign-up/email', {
    name: 'Ada',
    email,
    password,
    locale: 'en',
  })
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('x-retry-after'))).toBeGreaterThan(86_000)
})

test.each([
  'update-user',
  'admin/set-role',
  'admin/impersonate-user',
  'admin/create-user',
  'change-email',
  'delete-user',
  'change-password',
  'sign-in/social',
  'update-session',
  'sign-up/email/../../admin/set-role',
])('%s of the engine is not reachable from outside', async (path) => {
  const answer = await createBrowser().post(path, { userId: 'x', role: 'admin' })
  expect(answer.status).toBe(404)
})
