import type { Page } from 'playwright-core'
import { linkIn, mailTo } from './browser.ts'

export type NewPerson = { name: string; email: string; password: string }

let people = 0

/** Somebody whom the product has never seen. */
export function somebody(name: string): NewPerson {
  people += 1
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}.${process.pid}.${people}@people.example`
  return { name, email, password: 'seven quiet gardens' }
}

/** Fills in the sign-up page, opens the mail's link, and arrives signed in. */
export async function signUp(page: Page, person: NewPerson): Promise<void> {
  if (!page.url().includes('/sign-up')) await page.goto('/sign-up')
  await page.getByLabel('Name').fill(person.name)
  await page.getByLabel('Email address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL('**/verify**')
  await page.goto(linkIn(await mailTo(person.email, /Confirm/)))
  await page.waitForURL((url) => !/verify|sign-/.test(url.pathname))
}

export async function signIn(page: Page, person: { email: string; password: string }) {
  if (!page.url().includes('/sign-in')) await page.goto('/sign-in')
  await page.getByLabel('Email address').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
}

export async function signOut(page: Page, name: string) {
  await page.locator('summary', { hasText: name }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in**')
}

/** Somebody with an account joins an organisation of the person on the first page. */
export async function joinTeam(owner: Page, slug: string, page: Page, { email }: NewPerson) {
  await owner.goto(`/o/${slug}/members`)
  await owner.getByRole('button', { name: 'Invite someone' }).click()
  await owner.getByLabel('Email address').fill(email)
  await owner.getByRole('button', { name: 'Send invitation' }).click()
  await page.goto(linkIn(await mailTo(email, /Join/)))
  await page.getByRole('button', { name: 'Accept invitation' }).click()
  await page.waitForURL(`**/o/${slug}/**`)
}

/** An organisation of one's own, which no other journey knows; returns its address. */
export async function newOrganization(page: Page, name: string): Promise<string> {
  await page.goto('/organizations/new')
  await page.getByLabel('Name').fill(`${name} ${process.pid}`)
  await page.getByRole('button', { name: 'Create organisation' }).click()
  await page.waitForURL(/\/o\/[^/]+\/\w+$/)
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}
