/** Journey 3: a subscription, from the prices to the payment page and back, cancelled and restored. */
import { afterAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { brokenPages, closeBrowser, newVisitor, picture } from './browser.ts'
import { signIn, signUp, somebody } from './people.ts'

afterAll(closeBrowser)

async function payWith(page: Page, card: string) {
  await page.getByLabel('Card number').fill(card)
  await page.getByLabel('Expires').fill('12 / 34')
  await page.getByLabel('CVC').fill('123')
  await page.getByRole('button', { name: /Start trial|^Pay / }).click()
}

const planNamed = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Your plan' }).getByText(name, { exact: true })

test('the prices are readable without JavaScript, by month and by year', async () => {
  const page = await newVisitor({ javaScript: false })
  await page.goto('/pricing')
  expect(await page.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
    'Free',
    'Pro',
    'Starter',
    'Team',
  ])
  const pro = page.getByRole('article').filter({ hasText: 'Pro' })
  expect(await pro.innerText()).toContain('€12')
  await page.getByRole('link', { name: 'By the year' }).click()
  expect(page.url()).toEndWith('/pricing?interval=year')
  expect(await pro.innerText()).toContain('€120')
})

test('sign up for Pro, decline, go back, pay, cancel, restore', async () => {
  const page = await newVisitor()
  const person = somebody('Nora Feld')

  await page.goto('/pricing')
  await picture(page, 'pricing-visitor')
  await page.getByRole('link', { name: 'Start 7 days free' }).click()
  await signUp(page, person)
  expect(page.url()).toEndWith('/billing?interval=month')
  await planNamed(page, 'Free').waitFor()
  await picture(page, 'billing-free')

  // A declined card: the payment page says so, and the old plan is intact.
  await page.getByRole('button', { name: 'Start 7 days free' }).click()
  await page.waitForURL(/\/c\/cs_/)
  await picture(page, 'checkout')
  await payWith(page, '4000 0000 0000 0002')
  await page.getByRole('alert').getByText('Your card was declined.').waitFor()
  await picture(page, 'checkout-declined')
  await page.getByRole('link', { name: 'go back' }).click()
  await page.waitForURL('**/billing?checkout=left')
  await page.getByText('No payment was made').waitFor()
  await planNamed(page, 'Free').waitFor()
  await picture(page, 'billing-left')

  await page.getByRole('button', { name: 'Start 7 days free' }).click()
  await page.waitForURL(/\/c\/cs_/)
  await payWith(page, '4242 4242 4242 4242')
  await page.waitForURL('**/billing?checkout=done')
  await page.getByText('Thank you. You have Pro.').waitFor()
  await planNamed(page, 'Pro').waitFor()
  await page.getByText(/^Free until .+, then €12 a month\.$/).waitFor()
  await page.getByText('50 CV reviews a month').waitFor()
  await picture(page, 'billing-trial')

  await page.goto('/pricing')
  await page.getByRole('link', { name: 'See your plan' }).waitFor()
  await picture(page, 'pricing-pro')
  await page.getByRole('link', { name: 'See your plan' }).click()

  await page.getByRole('button', { name: 'Card and invoices' }).click()
  await page.waitForURL(/\/p\//)
  await page.getByText('Visa ending in 4242').waitFor()
  await picture(page, 'portal')
  await page.getByRole('link', { name: /Back|Return/ }).click()

  await page.getByRole('button', { name: 'Cancel Pro' }).click()
  await page.waitForURL(/\/cancel\//)
  await picture(page, 'portal-cancel')
  await page.getByRole('button', { name: 'Cancel plan' }).click()
  await page.getByRole('link', { name: /Back|Return/ }).click()
  await page.waitForURL('**/billing**')
  await page.getByText(/^Free until .+ Then it ends, and you are not charged\.$/).waitFor()
  await picture(page, 'billing-cancelled')

  await page.getByRole('button', { name: 'Keep Pro' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByText('The cancellation is taken back.').waitFor()
  await picture(page, 'billing-restore')
  await dialog.getByRole('button', { name: 'Keep Pro' }).click()
  await page.getByText('Pro goes on').waitFor()
  await page.getByText(/^Free until .+, then €12 a month\.$/).waitFor()

  await page.getByRole('button', { name: 'Pay by the year' }).click()
  await page.waitForURL(/\/confirm\//)
  await picture(page, 'portal-change')
  await page.getByRole('button', { name: /change|Change/ }).click()
  await page.waitForURL('**/billing**')
  await page.getByText(/^Free until .+, then €120 a year\.$/).waitFor()
})

test('an owner pays for the organisation; a member is told whom to ask', async () => {
  const page = await newVisitor()
  await page.goto('/sign-in')
  await signIn(page, { email: 'owner@loam.example', password: 'plant-more-trees' })
  await page.goto('/pricing')
  await picture(page, 'pricing-owner')
  await page.getByRole('link', { name: 'Start 14 days free' }).first().click()
  await page.waitForURL(/\/o\/.+\/billing/)
  await picture(page, 'billing-organization')
  await page.getByRole('button', { name: 'Start 14 days free' }).click()
  await page.waitForURL(/\/c\/cs_/)
  await payWith(page, '4242 4242 4242 4242')
  await page.waitForURL('**/billing?checkout=done')
  await page.getByText(/^Thank you\. .+ has Team\.$/).waitFor()
  await page.getByText('100 published jobs at a time').waitFor()

  const member = await newVisitor()
  await member.goto('/sign-in')
  await signIn(member, { email: 'recruiter@loam.example', password: 'plant-more-trees' })
  await member.goto(new URL(page.url()).pathname)
  await member.getByText('owner@loam.example').waitFor()
  await picture(member, 'billing-member')
})

test('no page of the journey was broken', () => {
  expect(brokenPages).toEqual([])
})
