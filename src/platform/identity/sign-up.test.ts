import { beforeAll, expect, test } from 'bun:test'
import {
  type Browser,
  createBrowser,
  goodPassword as password,
  newAddress,
  nthMailTo,
  openInbox,
  signUpAndConfirm,
} from '../../../tests/auth-browser.ts'

beforeAll(openInbox)
const person = (email: string, more: object = {}) => ({
  name: 'Ada Berg',
  email,
  password,
  locale: 'en',
  ...more,
})

test('sign up, open the link of the mail, be signed in', async () => {
  const browser = createBrowser()
  const email = newAddress()
  const answer = await browser.post(
    'sign-up/email',
    person(email, { callbackURL: '/invitations/7' }),
  )
  expect(answer.status).toBe(200)
  expect(await browser.signedInAs()).toBeNull()

  const { link } = await nthMailTo(email, 1)
  const confirmed = await browser.open(link)
  expect(confirmed.status).toBe(302)
  expect(confirmed.headers.get('location')).toBe('/verify?done=1&redirect=%2Finvitations%2F7')
  expect(await browser.signedInAs()).toBe(email)
})

test('the mail is written in the language of the page on which one signed up', async () => {
  const email = newAddress()
  await createBrowser().post('sign-up/email', person(email, { locale: 'de' }))
  expect((await nthMailTo(email, 1)).html).toContain('lang="de-DE"')
})

test('an address is one account, whatever its case', async () => {
  const browser = createBrowser()
  const email = await signUpAndConfirm(browser)
  const other = createBrowser()
  const answer = await other.post('sign-in/email', { email: ` ${email.toUpperCase()} `, password })
  expect(answer.status).toBe(200)
  expect(await other.signedInAs()).toBe(email)
})

const chosen = 'rain on the tin roof'

/** Opens a link where it cannot sign in, and returns the token of the page that asks for a password. */
async function tokenOfChoice(browser: Browser, link: string) {
  const answer = await browser.open(link)
  expect(answer.status).toBe(302)
  const page = new URL(answer.headers.get('location') ?? '', 'http://here.example')
  expect([page.pathname, page.searchParams.get('confirming')]).toEqual(['/reset-password', '1'])
  return { token: page.searchParams.get('token'), redirect: page.searchParams.get('redirect') }
}

test('an account that a stranger prepared belongs to whoever reads the mail', async () => {
  const stranger = createBrowser()
  const email = newAddress()
  await stranger.post('sign-up/email', person(email, { callbackURL: '/invitations/7' }))
  const { link } = await nthMailTo(email, 1)

  const owner = createBrowser()
  const { token, redirect } = await tokenOfChoice(owner, link)
  expect(redirect).toBe('/invitations/7')
  // Opening the link alone has confirmed nothing: the stranger's password opens no account.
  expect((await stranger.post('sign-in/email', { email, password })).status).toBe(403)

  await owner.post('reset-password', { token, newPassword: chosen })
  expect(await owner.signedInAs()).toBe(email)
  expect((await stranger.post('sign-in/email', { email, password })).status).toBe(401)
  await stranger.open(link)
  expect(await stranger.signedInAs()).toBeNull()

  const phone = createBrowser()
  expect((await phone.post('sign-in/email', { email, password: chosen })).status).toBe(200)
})

test('a mail program that opens the link first does not get in the way of who signed up', async () => {
  const browser = createBrowser()
  const email = newAddress()
  await browser.post('sign-up/email', person(email))
  const { link } = await nthMailTo(email, 1)
  await tokenOfChoice(createBrowser(), link)
  expect((await browser.open(link)).headers.get('location')).toStartWith('/verify?done=1')
  expect(await browser.signedInAs()).toBe(email)
  await browser.post('sign-out', {})
  await browser.open(link)
  expect(await browser.signedInAs()).toBeNull()
})

test('the password signs in only the browser that opened the link', async () => {
  const email = newAddress()
  await createBrowser().post('sign-up/email', person(email))
  const owner = createBrowser()
  const { token } = await tokenOfChoice(owner, (await nthMailTo(email, 1)).link)
  const other = createBrowser()
  await other.post('reset-password', { token, newPassword: chosen })
  expect(await other.signedInAs()).toBeNull()
  const again = await owner.post('reset-password', { token, newPassword: 'another walk' })
  expect(await again.json()).toMatchObject({ code: 'INVALID_TOKEN' })
  expect(await owner.signedInAs()).toBeNull()
})

test('signing up with an address that a stranger took, unconfirmed, leads to the same choice', async () => {
  const email = newAddress()
  await createBrowser().post('sign-up/email', person(email))
  const owner = createBrowser()
  await owner.post('sign-up/email', person(email, { password: 'my own quiet password' }))
  const second = await nthMailTo(email, 2)
  expect(second.subject).toBe((await nthMailTo(email, 1)).subject)
  const { token } = await tokenOfChoice(owner, second.link)
  await owner.post('reset-password', { token, newPassword: chosen })
  expect(await owner.signedInAs()).toBe(email)
})

test('a link of somebody else does not sign in where another address signed up', async () => {
  const attacker = createBrowser()
  const bait = newAddress()
  await attacker.post('sign-up/email', person(bait))
  const victim = createBrowser()
  const email = newAddress()
  await victim.post('sign-up/email', person(email))
  await victim.open((await nthMailTo(bait, 1)).link)
  expect(await victim.signedInAs()).toBeNull()
})

test('an altered link leads to the page that offers a new one', async () => {
  const email = newAddress()
  const browser = createBrowser()
  await browser.post('sign-up/email', person(email))
  const { link } = await nthMailTo(email, 1)
  const answer = await browser.open(link.replace(/token=([^.]+)\./, 'token=$1x.'))
  expect(answer.headers.get('location')).toMatch(/^\/verify\?.*error=INVALID_TOKEN/)
  expect(await browser.signedInAs()).toBeNull()
})

test('the answer does not tell whether an address has an account', async () => {
  const known = await signUpAndConfirm(createBrowser())
  const outcome = async (email: string) => {
    const browser = createBrowser()
    const started = performance.now()
    const answer = await browser.post('sign-up/email', person(email))
    return {
      status: answer.status,
      body: await answer.text(),
      cookies: [...browser.cookies.keys()],
      cookieLength: decodeURIComponent([...browser.cookies.values()].join()).length,
      headers: [...answer.headers.keys()].toSorted(),
      isPadded: performance.now() - started >= 345,
    }
  }
  const answers = [await outcome(newAddress()), await outcome(known)]
  expect(answers[1]).toEqual(answers[0])
  expect(answers[0]).toMatchObject({ status: 200, isPadded: true })

  const mail = await nthMailTo(known, 2)
  expect(mail.subject).toBe('You already have an account')
})

test('asking for another link takes as long for an address that waits for one as for any other', async () => {
  const waiting = newAddress()
  await createBrowser().post('sign-up/email', person(waiting))
  for (const email of [waiting, newAddress()]) {
    const started = performance.now()
    const answer = await createBrowser().post('send-verification-email', { email })
    expect(answer.status).toBe(200)
    expect(performance.now() - started).toBeGreaterThanOrEqual(345)
  }
})

test.each([
  ['a short password', { password: 'short' }],
  ['a common password', { password: 'Password123' }],
  ['one that repeats itself', { password: 'abcabcabcabc' }],
  ['a name with a link', { name: 'Win at https://evil.example' }],
  ['a picture from anywhere', { image: 'https://evil.example/track.gif' }],
  ['a role', { role: 'admin' }],
  ['a language that is none', { locale: 'xx' }],
  ['no address', { email: 'ada@' }],
])('%s is refused by the engine too', async (_, more) => {
  const answer = await createBrowser().post('sign-up/email', person(newAddress(), more))
  expect(answer.status).toBe(400)
})

test('an address of another site is refused, and no mail goes out with it', async () => {
  const email = newAddress()
  for (const evil of [
    '//evil.example',
    '/\\evil.example',
    '/%2F/evil.example',
    '/..//evil.example',
  ]) {
    const answer = await createBrowser().post('sign-up/email', person(email, { callbackURL: evil }))
    expect(answer.status).toBeWithin(400, 404)
  }
  const browser = createBrowser()
  await browser.post('sign-up/email', person(email, { callbackURL: '/a?b=//c' }))
  const landed = await browser.open((await nthMailTo(email, 1)).link)
  expect(landed.headers.get('location')).toBe('/verify?done=1&redirect=%2Fa%3Fb%3D%2F%2Fc')
})
