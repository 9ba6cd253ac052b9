/** Journey 2: an account, from the first form to a forgotten password. */
import { afterAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { homePath } from '#/auth/home-path.ts'
import { site } from '#/site.ts'
import { brokenPages, closeBrowser, linkIn, mailTo, newVisitor, picture } from './browser.ts'
import { signIn, signOut, signUp, somebody } from './people.ts'

afterAll(closeBrowser)

test('sign up, confirm by mail, sign out, sign in, choose a new password', async () => {
  const page = await newVisitor()
  const person = somebody('Ida Lund')

  await page.goto('/')
  await page.getByRole('link', { name: 'Create account' }).first().click()
  await page.waitForURL('**/sign-up')
  await picture(page, 'sign-up')

  // What is missing is said beside each field, and nothing is lost.
  await page.getByLabel('Name').fill(person.name)
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByLabel('Email address').and(page.locator('[aria-invalid=true]')).waitFor()
  expect(await page.getByLabel('Name').inputValue()).toBe(person.name)
  await picture(page, 'sign-up-errors')

  await signUp(page, person)
  expect(new URL(page.url()).pathname).toBe(homePath)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await picture(page, 'home')

  await accountMenu(page, person.name)
  await slowAndLostConnections(page)

  await signOut(page, person.name)
  await page.goto(homePath)
  await page.waitForURL('**/sign-in**')
  await picture(page, 'sign-in')

  await page.getByLabel('Email address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('alert').waitFor()
  await picture(page, 'sign-in-wrong')
  let answer = () => {}
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/api/auth/**', async (route) => {
    await held
    await route.abort()
  })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('alert').waitFor({ state: 'detached' })
  answer()
  await page.getByRole('alert').getByText('We can’t reach the server').waitFor()
  await page.unroute('**/api/auth/**')
  await signIn(page, person)
  expect(new URL(page.url()).pathname).toBe(homePath)
  await signOut(page, person.name)

  await page.goto('/forgot-password')
  await page.getByLabel('Email address').fill(person.email)
  await picture(page, 'forgot-password')
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByText(person.email).waitFor()
  await page.goto(linkIn(await mailTo(person.email, /new password/i)))
  await picture(page, 'reset-password')
  const changed = { ...person, password: 'eleven loud gardens' }
  await page.getByLabel('New password', { exact: true }).fill(changed.password)
  await page.getByRole('button', { name: 'Save password' }).click()
  await page.waitForURL('**/sign-in**')
  await signIn(page, changed)
  expect(new URL(page.url()).pathname).toBe(homePath)
})

test('signing in from inside the app, after a reload, and back again', async () => {
  const page = await newVisitor()
  await page.goto('/pricing')
  await page.getByRole('link', { name: 'Sign in' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  expect(await page.title()).toBe(`Sign in · ${site.name}`)
  await page.reload()
  await page.waitForFunction(() => !document.querySelector('[data-waiting]'))
  await page.getByRole('button', { name: 'Show password' }).click()
  await page.getByRole('button', { name: 'Hide password' }).waitFor()
  await page.goBack()
  await page.waitForURL('**/pricing')
  await page.getByRole('heading', { level: 1 }).waitFor()

  await page.goto('/sign-up?redirect=%2Fpricing')
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.waitForURL('**/sign-in?redirect=%2Fpricing')
  await page.goto('/verify')
  await page.getByRole('heading', { level: 1, name: 'Confirm your address' }).waitFor()
  expect(await page.getByText('We sent').count()).toBe(0)
  await page.goto('/verify?error=TOKEN_EXPIRED')
  await page.getByLabel('Email address').waitFor()
})

test('on a phone the way in, the language and the appearance are in the menu', async () => {
  const page = await newVisitor({ phone: true })
  await page.goto('/pricing')
  await page.getByRole('button', { name: 'Open menu' }).click()
  const menu = page.locator('#site-navigation')
  await menu.getByRole('group', { name: 'Appearance' }).waitFor()
  await menu.getByRole('link', { name: 'Deutsch' }).waitFor()
  await picture(page, 'public-menu')
  await menu.getByRole('link', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
})

test('in German, by keyboard alone, with mails in German', async () => {
  const page = await newVisitor({ locale: 'de-DE' })
  const person = somebody('Jonas Kühn')
  await page.goto('/sign-up')
  expect(await page.locator('html').getAttribute('lang')).toBe('de-DE')

  await page.getByLabel('Name').focus()
  await page.keyboard.type(person.name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(person.email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(person.password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/verify**')

  const mail = await mailTo(person.email)
  expect(mail.subject).toBe('Bestätige deine E-Mail-Adresse')
  await page.goto(linkIn(mail))
  await page.waitForURL(`**${homePath}**`)
  await page.locator('html[lang=de-DE]').waitFor()
})

test('no page broke on the way', () => expect(brokenPages).toEqual([]))

/** It closes as menus do. */
async function accountMenu(page: Page, name: string) {
  const menu = page.locator('summary', { hasText: name })
  const inside = page.getByRole('button', { name: 'Sign out' })
  await menu.click()
  await inside.focus()
  await page.keyboard.press('Escape')
  await inside.waitFor({ state: 'hidden' })
  expect(await menu.evaluate((element) => element === document.activeElement)).toBe(true)
  await menu.click()
  await inside.waitFor()
  await page.getByRole('heading', { level: 1 }).click()
  await inside.waitFor({ state: 'hidden' })
}

/** The press is heard before the page is there, and a lost connection is no fault of ours. */
async function slowAndLostConnections(page: Page) {
  const main = page.locator('main')
  expect(await main.getAttribute('aria-busy')).toBe('false')
  let answer = () => {}
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/api/rpc/**', async (route) => {
    await held
    await route.continue()
  })
  await page.getByRole('link', { name: 'New organisation' }).click()
  await main.getByRole('progressbar', { name: 'Loading' }).waitFor()
  expect(await main.getAttribute('aria-busy')).toBe('true')
  answer()
  await page.getByRole('heading', { level: 1, name: 'New organisation' }).waitFor()
  await page.locator('main[aria-busy=false]').waitFor()
  await page.unroute('**/api/rpc/**')

  await page.goto('/account')
  await page.route('**/api/**', (route) => route.abort())
  await page.getByRole('button', { name: 'Save profile' }).click()
  await main.getByRole('alert').getByText('We can’t reach the server').waitFor()
  await page.getByRole('link', { name: 'New organisation' }).click()
  await main.getByRole('heading', { level: 1, name: 'We can’t reach the server' }).waitFor()
  await page.unroute('**/api/**')
  await main.getByRole('button', { name: 'Try again' }).click()
  await page.locator('h1', { hasText: 'We can’t reach the server' }).waitFor({ state: 'detached' })

  await page.goto('/account')
  await page.context().setOffline(true)
  await page.getByRole('link', { name: 'New organisation' }).click()
  await main.getByRole('heading', { level: 1, name: 'You’re offline' }).waitFor()
  await page.getByRole('navigation').getByRole('link', { name: 'New organisation' }).waitFor()
  await picture(page, 'offline')
  await page.context().setOffline(false)
  await page.getByRole('heading', { level: 1, name: 'New organisation' }).waitFor()
}
