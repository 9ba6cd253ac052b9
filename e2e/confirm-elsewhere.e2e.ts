/** The link of a verification mail, opened in another browser than the one that signed up. */
import { afterAll, expect, test } from 'bun:test'
import { homePath } from '#/auth/home-path.ts'
import { site } from '#/site.ts'
import { brokenPages, closeBrowser, linkIn, mailTo, newVisitor, picture } from './browser.ts'
import { signIn, somebody } from './people.ts'

afterAll(closeBrowser)

test('an account that a stranger prepared asks its owner for a password, and knows no other', async () => {
  const stranger = await newVisitor()
  const person = somebody('Ida Lund')
  await stranger.goto('/sign-up?redirect=%2Fpricing')
  await stranger.getByLabel('Name').fill(person.name)
  await stranger.getByLabel('Email address').fill(person.email)
  await stranger.getByLabel('Password', { exact: true }).fill(person.password)
  await stranger.getByRole('button', { name: 'Create account' }).click()
  await stranger.waitForURL('**/verify**')
  const link = linkIn(await mailTo(person.email))

  const owner = await newVisitor()
  await owner.goto(link)
  await owner.getByRole('heading', { name: 'Choose your password' }).waitFor()
  expect(await owner.title()).toBe(`Choose your password · ${site.name}`)
  await picture(owner, 'confirm-elsewhere')
  await owner.getByLabel('Password', { exact: true }).fill('short')
  await owner.getByRole('button', { name: 'Save and sign in' }).click()
  await owner.locator('[aria-invalid=true]').waitFor()
  const chosen = { ...person, password: 'eleven loud gardens' }
  await owner.getByLabel('Password', { exact: true }).fill(chosen.password)
  await owner.getByRole('button', { name: 'Save and sign in' }).click()
  await owner.waitForURL('**/pricing')
  await owner.goto(homePath)
  expect(new URL(owner.url()).pathname).toBe(homePath)

  await stranger.goto('/sign-in')
  await stranger.getByLabel('Email address').fill(person.email)
  await stranger.getByLabel('Password', { exact: true }).fill(person.password)
  await stranger.getByRole('button', { name: 'Sign in' }).click()
  await stranger.getByRole('alert').waitFor()

  const phone = await newVisitor({ phone: true })
  await signIn(phone, chosen)
  expect(new URL(phone.url()).pathname).toBe(homePath)
})

test('no page was broken on the way', () => {
  expect(brokenPages).toEqual([])
})
