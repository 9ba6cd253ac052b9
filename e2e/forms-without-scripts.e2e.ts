/** The ways in, in a browser that runs no scripts, and in one that does not run them yet. */
import { afterAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { homePath } from '#/auth/home-path.ts'
import {
  appUrl,
  brokenPages,
  closeBrowser,
  holdScripts,
  linkIn,
  mailTo,
  newVisitor,
} from './browser.ts'
import { signUp, somebody } from './people.ts'

afterAll(closeBrowser)

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const send = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const path = (page: Page) => new URL(page.url()).pathname

test('somebody signs up, signs in and resets a password without scripts', async () => {
  const page = await newVisitor({ javaScript: false })
  const person = somebody('Mila Okafor')
  await page.goto('/sign-up?redirect=%2Fpricing')
  await field(page, 'Name').fill(person.name)
  await field(page, 'Email address').fill(person.email)
  await field(page, 'Password').fill('short')
  await send(page, 'Create account')
  expect(await page.locator('[aria-invalid=true]').getAttribute('name')).toBe('password')
  // The other entries are still there; a password is never sent back.
  expect(await field(page, 'Name').inputValue()).toBe(person.name)
  expect(await field(page, 'Email address').inputValue()).toBe(person.email)
  expect(await field(page, 'Password').inputValue()).toBe('')
  await field(page, 'Password').fill(person.password)
  await send(page, 'Create account')
  expect(path(page)).toBe('/verify')

  await page.goto('/sign-in?redirect=%2Fpricing')
  await field(page, 'Email address').fill(person.email)
  await field(page, 'Password').fill(person.password)
  await send(page, 'Sign in')
  expect(await page.getByRole('alert').innerText()).toContain('confirm')
  await page.goto('/verify?redirect=%2Fpricing')
  await field(page, 'Email address').fill(person.email)
  await page.locator('form [type=submit]').click()
  expect(await page.locator('main').innerText()).toContain(person.email)
  await page.goto(linkIn(await mailTo(person.email)))
  expect(path(page)).toBe('/pricing')

  const other = await newVisitor({ javaScript: false, locale: 'de' })
  await other.goto('/forgot-password')
  await other.locator('[name=email]').fill('nobody')
  await other.locator('form [type=submit]').click()
  expect(await other.locator('[aria-invalid=true]').inputValue()).toBe('nobody')
  await other.locator('[name=email]').fill(person.email)
  await other.locator('form [type=submit]').click()
  expect(await other.getByRole('status').innerText()).toContain(person.email)
  await other.goto(linkIn(await mailTo(person.email, /password|Passwort/i)))
  await other.locator('[name=newPassword]').fill('twelve loud gardens')
  await other.locator('form [type=submit]').click()
  expect(path(other)).toBe('/sign-in')

  await other.locator('[name=email]').fill(person.email)
  await other.locator('[name=password]').fill(person.password)
  await other.locator('form [type=submit]').click()
  expect(await other.getByRole('alert').innerText()).toContain('stimmt nicht')
  await other.locator('[name=password]').fill('twelve loud gardens')
  await other.locator('[name=password]').press('Enter')
  expect(path(other)).toBe(homePath)

  // Forms that do need scripts say so. Playwright's text selectors pass over <noscript>.
  await other.goto('/account')
  expect(await other.locator('main').innerText()).toContain('JavaScript')
})

test('Enter before the scripts have come signs in, and a wrong password is told', async () => {
  const person = somebody('Noor Haddad')
  await signUp(await newVisitor(), person)
  const page = await newVisitor()
  const letGo = await holdScripts(page)
  await page.goto('/sign-in?redirect=%2Fbilling', { waitUntil: 'commit' })
  await field(page, 'Email address').fill(person.email)
  await field(page, 'Password').fill('not this one')
  await field(page, 'Password').press('Enter')
  await page.getByRole('alert').waitFor()
  await letGo()
  // Hydrated, it says the same, and the form goes on with scripts.
  await page.waitForFunction(() => !document.querySelector('[data-waiting]'))
  await page.getByRole('alert').waitFor()
  await field(page, 'Password').fill(person.password)
  await field(page, 'Password').press('Enter')
  await page.waitForURL('**/billing')
})

test('a form that is posted from elsewhere, too large or to a page without one is refused', async () => {
  const form = 'application/x-www-form-urlencoded'
  const post = (path: string, headers: Record<string, string>, body = 'email=a%40b.example') =>
    fetch(appUrl + path, { method: 'POST', headers, body, redirect: 'manual' })
  const statusOf = async (...call: Parameters<typeof post>) => (await post(...call)).status
  const ours = { 'content-type': form, 'sec-fetch-site': 'same-origin', origin: 'null' }

  expect(await statusOf('/sign-in', { ...ours, 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await statusOf('/sign-in', { 'content-type': form, origin: 'null' })).toBe(403)
  expect(await statusOf('/sign-in', { 'content-type': form, origin: 'http://evil.example' })).toBe(
    403,
  )
  expect(await statusOf('/sign-in', { ...ours, 'content-type': 'application/json' }, '{}')).toBe(
    415,
  )
  expect(await statusOf('/sign-in', { ...ours, 'content-type': 'multipart/form-data' })).toBe(415)
  expect(await statusOf('/sign-in', ours, `email=${'a'.repeat(40_000)}`)).toBe(413)
  expect(await statusOf('/sign-in', ours, 'a=1&'.repeat(300))).toBe(400)
  expect(await statusOf('/sign-in', ours, 'email=%00')).toBe(400)
  expect(await statusOf('/sign-in', ours)).toBe(422)
  expect(await statusOf('/', ours)).toBe(405)
  expect(await statusOf('/sign-in/', ours)).not.toBe(500)
  const refused = await post('/sign-in', ours, 'email=nobody%40b.example&password=not-this-one')
  expect(refused.status).toBe(401)
  expect(await refused.text()).not.toContain('not-this-one')
})

test('no page was broken on the way', () => {
  expect(brokenPages).toEqual([])
})
