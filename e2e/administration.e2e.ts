/** Journey 7: the admin sees everything, and a suspended person's next click is signed out. */
import { afterAll, expect, test } from 'bun:test'
import { homePath } from '#/auth/home-path.ts'
import { brokenPages, closeBrowser, newVisitor, picture } from './browser.ts'
import { signIn, signUp, somebody } from './people.ts'

afterAll(closeBrowser)

const admin = { email: 'admin@loam.example', password: 'plant-more-trees' }

test('the admin finds a person and suspends them; the next click is signed out', async () => {
  const theirs = await newVisitor()
  const person = somebody('Tove Grim')
  await signUp(theirs, person)

  const page = await newVisitor()
  await signIn(page, admin)
  // Who clicks is asked beside what the page shows, not before it.
  const list = page.waitForRequest('**/api/rpc/admin/users*')
  await page.route('**/api/rpc/identity/me', async (route) => {
    await list
    await route.continue()
  })
  await page.getByRole('link', { name: 'Users' }).click()
  await page.waitForURL('**/admin/users')
  await page.unrouteAll({ behavior: 'wait' })
  await page.getByRole('heading', { level: 1, name: 'Users' }).waitFor()
  await picture(page, 'admin-users')
  await page.getByRole('searchbox').fill(person.email)
  await page.getByRole('button', { name: 'Search' }).click()
  await page.getByRole('link', { name: person.name }).click()
  await page.getByRole('heading', { level: 1, name: person.name }).waitFor()
  await picture(page, 'admin-user')

  await page.getByRole('button', { name: 'Suspend account' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason').fill('Sent the same application 400 times')
  await picture(page, 'admin-suspend')
  await dialog.getByRole('button', { name: 'Suspend account' }).click()
  await page.getByText('Suspended indefinitely').first().waitFor()

  await theirs.getByRole('link', { name: 'New organisation' }).click()
  await theirs.waitForURL('**/sign-in**')
  await theirs.getByText('This account is suspended').waitFor()
  await picture(theirs, 'suspended')
  await theirs.getByLabel('Email address').fill(person.email)
  await theirs.getByLabel('Password', { exact: true }).fill(person.password)
  await theirs.getByRole('button', { name: 'Sign in' }).click()
  await theirs.getByRole('alert').getByText('This account is suspended').waitFor()
  expect(await theirs.getByText('This account is suspended').count()).toBe(1)

  await page.getByRole('button', { name: 'Lift suspension' }).click()
  await page.getByRole('button', { name: 'Suspend account' }).waitFor()
  await page.getByRole('main').getByRole('link', { name: 'Audit trail' }).click()
  await page.getByText(`lifted ${person.name}’s suspension`).waitFor()
  await page.getByText(`suspended ${person.name}`).waitFor()
  await picture(page, 'admin-audit-person')
  await theirs.goto('/sign-in')
  await signIn(theirs, person)
  expect(new URL(theirs.url()).pathname).toBe(homePath)
})

test('the role of an admin is granted and taken, and the last one stays', async () => {
  const theirs = await newVisitor()
  const person = somebody('Rut Roller')
  await signUp(theirs, person)
  const page = await newVisitor()
  await signIn(page, admin)
  const find = async (email: string, name: string) => {
    await page.goto(`/admin/users?q=${encodeURIComponent(email)}`)
    await page.getByRole('link', { name }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
  }
  await find(person.email, person.name)
  await page.getByRole('button', { name: 'Make admin' }).click()
  const dialog = page.getByRole('alertdialog')
  await picture(page, 'admin-role-grant')
  await dialog.getByRole('button', { name: 'Make admin' }).click()
  await page.getByText(`${person.name} is an admin`).waitFor()
  await picture(page, 'admin-user-admin')
  await theirs.goto('/admin/users')
  await theirs.getByRole('heading', { level: 1, name: 'Users' }).waitFor()

  await page.getByRole('button', { name: 'Remove admin role' }).click()
  await dialog.getByRole('button', { name: 'Remove admin role' }).click()
  await page.getByText(`${person.name} is no longer an admin`).waitFor()
  // The next click of theirs: what they could reach until now is not there any more.
  expect((await theirs.goto('/admin/users'))?.status()).toBe(404)
  await page.getByRole('button', { name: 'Suspend account' }).waitFor()

  await find(admin.email, 'Ada Falk')
  await page.getByRole('button', { name: 'Remove admin role' }).click()
  await dialog.getByRole('button', { name: 'Remove admin role' }).click()
  await dialog.getByText('You are the only admin').waitFor()
  await picture(page, 'admin-role-last')
})

test('organisations and subscriptions are there for the admin alone', async () => {
  const page = await newVisitor()
  await signIn(page, admin)
  for (const name of ['organizations', 'subscriptions', 'audit']) {
    await page.goto(`/admin/${name}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await picture(page, `admin-${name}`)
  }

  const stranger = await newVisitor()
  await signIn(stranger, { email: 'owner@loam.example', password: admin.password })
  expect(await stranger.getByRole('link', { name: 'Users' }).count()).toBe(0)
  for (const path of [
    '/admin/users',
    '/o/no-such-organisation/members',
    '/o/no-such-organisation/nothing',
  ]) {
    expect((await stranger.goto(path))?.status()).toBe(404)
    await stranger.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor()
    // Whoever is signed in keeps the way to everything else.
    expect(await stranger.getByRole('link', { name: 'New organisation' }).count()).toBe(1)
  }
  await picture(stranger, 'app-missing')
})

test('no page broke on the way', () => expect(brokenPages).toEqual([]))
