import { beforeAll, expect, test } from 'bun:test'
import {
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
  expect((await nthMailTo(email, 1)).html).toContain('lang="de"')
})

test('an address is one account, whatever its case', async () => {
  const browser = createBrowser()
  const email = await signUpAndConfirm(browser)
  const other = createBrowser()
  const answer = await other.post('sign-in/email', { email: ` ${email.toUpperCase()} `, password })
  expect(answer.status).toBe(200)
  expect(await other.signedInAs()).toBe(email)
})

test('in another browser the link confirms, but does not sign in; nor a second time', async () => {
  const stranger = createBrowser()
  const email = newAddress()
  await stranger.post('sign-up/email', person(email))
  const { link } = await nthMailTo(email, 1)

  const owner = createBrowser()
  expect((await owner.open(link)).headers.get('location')).toStartWith('/verify?done=1')
  expect(await owner.signedInAs()).toBeNull()

  await stranger.open(link)
  expect(await stranger.signedInAs()).toBe(email)
  await stranger.post('sign-out', {})
  await stranger.open(link)
  expect(await stranger.signedInAs()).toBeNull()
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

test('the link leads to pages of this site alone', async () => {
  for (const evil of ['//evil.example', '/\\evil.example', '/%2F/evil.example', '/a?b=//c']) {
    const email = newAddress()
    const browser = createBrowser()
    const answer = await browser.post('sign-up/email', person(email, { callbackURL: evil }))
    if (answer.status === 403) continue
    const landed = await browser.open((await nthMailTo(email, 1)).link)
    const next = new URL(landed.headers.get('location') ?? '', 'https://here.example')
    expect(next.origin).toBe('https://here.example')
    expect(next.searchParams.get('redirect')).toMatch(/^\/(?![/\\])/)
  }
})
