/** Journey 3: a subscription, from the prices to the payment page and back, cancelled and restored. */
import { afterAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import Stripe from 'stripe'
import { site } from '#/site.ts'
import { expectNoObjections } from './accessibility.ts'
import { brokenPages, closeBrowser, linkIn, mailTo, newVisitor, picture } from './browser.ts'
import { newOrganization, signIn, signUp, somebody } from './people.ts'

afterAll(closeBrowser)

async function payWith(page: Page, card: string) {
  await page.getByLabel('Card number').fill(card)
  await page.getByLabel('Expires').fill('12 / 34')
  await page.getByLabel('CVC').fill('123')
  await page.getByRole('button', { name: /Start trial|^Pay / }).click()
}

const planNamed = (page: Page, name: string) =>
  page.getByRole('region', { name: /^(Your plan|Dein Plan)$/ }).getByText(name, { exact: true })

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
  await page.getByRole('link', { name: 'Yearly' }).click()
  expect(page.url()).toEndWith('/pricing?interval=year')
  expect(await pro.innerText()).toContain('€120')
})

test('sign up for Pro, decline, go back, pay, cancel, restore', async () => {
  const page = await newVisitor()
  const person = somebody('Nora Feld')

  await page.goto('/pricing')
  await picture(page, 'pricing-visitor')
  await page.getByRole('link', { name: 'Try 7 days free' }).click()
  await signUp(page, person)
  // No page with the same button lies between.
  await page.waitForURL(/\/c\/cs_/)
  await page.getByText(/€12/).first().waitFor()
  await page.getByRole('link', { name: `Back to ${site.name}` }).click()
  await page.waitForURL('**/billing?checkout=left&interval=month')
  await page.getByText('No payment was made').waitFor()
  await planNamed(page, 'Free').waitFor()
  await expectNoObjections(page, 'main')
  await picture(page, 'billing-free')

  // A lost connection: the page stays, and nothing happened.
  await page.route('**/api/**', (route) => route.abort())
  await page.getByRole('button', { name: 'Try 7 days free' }).click()
  await page.getByRole('alert').getByText('Nothing was charged').waitFor()
  await planNamed(page, 'Free').waitFor()
  await page.unroute('**/api/**')

  // A declined card: the payment page says so, and the old plan is intact.
  await page.getByRole('button', { name: 'Try 7 days free' }).click()
  await page.waitForURL(/\/c\/cs_/)
  await picture(page, 'checkout')
  await payWith(page, '4000 0000 0000 0002')
  await page.getByRole('alert').getByText('Your card was declined.').waitFor()
  await picture(page, 'checkout-declined')
  await page.getByRole('link', { name: 'go back' }).click()
  await page.waitForURL('**/billing?checkout=left&interval=month')
  await page.getByText('No payment was made').waitFor()
  await planNamed(page, 'Free').waitFor()
  await picture(page, 'billing-left')

  await page.getByRole('button', { name: 'Try 7 days free' }).click()
  await page.waitForURL(/\/c\/cs_/)
  await payWith(page, '4242 4242 4242 4242')
  await page.waitForURL('**/billing?checkout=done')
  await page.getByText('Thank you. You’re on Pro now.').waitFor()
  await planNamed(page, 'Pro').waitFor()
  await page.getByText(/^Free until .+, then €12 a month\.$/).waitFor()
  await expectNoObjections(page, 'main')
  await picture(page, 'billing-trial')

  await page.goto('/pricing')
  await page.getByRole('link', { name: 'View your plan' }).waitFor()
  await picture(page, 'pricing-pro')
  await page.getByRole('link', { name: 'View your plan' }).click()

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
  await page.getByText(/^Free until .+ Then it ends, and you aren’t charged\.$/).waitFor()
  await picture(page, 'billing-cancelled')

  await page.getByRole('button', { name: 'Keep Pro' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByText('This undoes the cancellation.').waitFor()
  await expectNoObjections(page, '[role=alertdialog]')
  await picture(page, 'billing-restore')
  await dialog.getByRole('button', { name: 'Keep Pro' }).click()
  await page.getByText('Pro continues').waitFor()
  await page.getByText(/^Free until .+, then €12 a month\.$/).waitFor()

  await page.getByRole('button', { name: 'Switch to yearly' }).click()
  await page.waitForURL(/\/confirm\//)
  await picture(page, 'portal-change')
  await page.getByRole('button', { name: /change|Change/ }).click()
  await page.waitForURL('**/billing**')
  await page.getByText(/^Free until .+, then €120 a year\.$/).waitFor()
})

test('a failed payment is a warning with a way out, in German', async () => {
  const page = await newVisitor({ locale: 'de-DE' })
  const person = somebody('Emil Roth')
  await page.goto('/sign-up?redirect=%2Fbilling%3Finterval%3Dyear')
  await page.getByLabel('Name').fill(person.name)
  await page.getByLabel('E-Mail-Adresse').fill(person.email)
  await page.getByLabel('Passwort', { exact: true }).fill(person.password)
  await page.keyboard.press('Enter')
  await page.waitForURL('**/verify**')
  await page.goto(linkIn(await mailTo(person.email)))
  await page.waitForURL('**/billing?interval=year')
  await page.getByText('7 Tage kostenlos, danach 120 € im Jahr.').waitFor()
  await page.getByRole('button', { name: '7 Tage kostenlos testen' }).click()
  await page.waitForURL(/\/c\/cs_/)
  await payWith(page, '4000 0000 0000 0341')
  await page.waitForURL('**/billing?checkout=done')
  await page.getByText('Danke. Du hast jetzt Pro.').waitFor()

  await endTrialOf(person.email)
  await page.goto('/billing?checkout=back')
  await page.getByText('Deine letzte Zahlung ist fehlgeschlagen').waitFor()
  await planNamed(page, 'Pro').waitFor()
  await expectNoObjections(page, 'main')
  await picture(page, 'billing-past-due')
  await page.getByRole('button', { name: 'Zahlung klären' }).click()
  await page.waitForURL(/\/p\//)
  await picture(page, 'portal-past-due')
  await page.getByRole('link', { name: 'Change card' }).click()
  await page.getByLabel('Card number').fill('4242 4242 4242 4242')
  await page.getByRole('button', { name: 'Save card' }).click()
  await page.getByText('Visa ending in 4242').waitFor()
  await page.getByRole('link', { name: 'Pay the invoice' }).click()
  await page.getByRole('button', { name: 'Pay €120.00' }).click()
  await page.getByText(/^Paid on /).waitFor()
  await page.goto('/billing?checkout=back')
  await page.getByText(/^120\s€ im Jahr\. Die nächste Zahlung ist am /).waitFor()
})

/** Time passes: the first payment is due. */
async function endTrialOf(email: string) {
  const { hostname, port } = new URL(process.env.STRIPE_API_BASE ?? '')
  const key = process.env.STRIPE_SECRET_KEY ?? ''
  const stripe = new Stripe(key, { host: hostname, port, protocol: 'http' })
  const [customer] = (await stripe.customers.list({ email })).data
  const [running] = (await stripe.subscriptions.list({ customer: customer?.id })).data
  await stripe.subscriptions.update(running?.id ?? '', { trial_end: 'now' })
}

test('an owner pays for the organisation; a member is told whom to ask', async () => {
  const page = await newVisitor()
  await signUp(page, somebody('Petra Payer'))
  await newOrganization(page, 'Payer Orchards')
  await page.goto('/pricing')
  await picture(page, 'pricing-owner')
  await page
    .getByRole('article')
    .filter({ hasText: 'Team' })
    .getByRole('link', { name: 'Try 14 days free' })
    .click()
  // One click: no page with the same button lies between.
  await page.waitForURL(/\/c\/cs_/)
  await page.goBack()
  await page.waitForURL('**/pricing')
  await page.goForward()
  await page.waitForURL(/\/c\/cs_/)
  await payWith(page, '4242 4242 4242 4242')
  await page.waitForURL('**/billing?checkout=done')
  await page.getByText(/^Thank you\. .+ is on Team now\.$/).waitFor()

  // Only reads: the seeded organisations belong to no journey.
  const member = await newVisitor()
  await signIn(member, { email: 'recruiter@loam.example', password: 'plant-more-trees' })
  await member.goto('/o/halden-waerme/billing')
  await member.getByText('owner@loam.example').waitFor()
  await picture(member, 'billing-member')
})

test('Team by the year is kept from the prices through sign-up and the new organisation', async () => {
  const page = await newVisitor()
  await page.goto('/pricing?interval=year')
  const team = page.getByRole('article').filter({ hasText: 'Team' })
  await team.getByRole('link', { name: 'Try 14 days free' }).click()
  await signUp(page, somebody('Yara Yearly'))
  expect(page.url()).toEndWith('/organizations/new?plan=team&interval=year')
  await page.getByText('Next: Team for €490 a year').waitFor()
  await expectNoObjections(page, 'main')
  await picture(page, 'organization-new-team')
  await page.getByLabel('Name').fill(`Yearly Gardens ${process.pid}`)
  await page.getByRole('button', { name: 'Create and continue to payment' }).click()
  await page.waitForURL(/\/c\/cs_/)
  await page.getByText(/€490/).first().waitFor()
  await payWith(page, '4242 4242 4242 4242')
  await page.waitForURL('**/billing?checkout=done')
  await page.getByText(/^Free until .+, then €490 a year\.$/).waitFor()

  // A plan that is there is shown, and an intent that means nothing is ignored.
  const billing = new URL(page.url()).pathname
  for (const search of ['?interval=year', '?interval=decade', '']) {
    await page.goto(`${billing}/checkout${search}`)
    await page.waitForURL(`**${billing}`)
  }
  for (const search of ['plan=pro&interval=year', 'plan=team&interval=decade', 'plan=team']) {
    await page.goto(`/organizations/new?${search}`)
    await page.getByRole('button', { name: 'Create organisation' }).waitFor()
  }
  expect((await page.goto('/o/halden-waerme/billing/checkout?interval=year'))?.status()).toBe(404)

  // Signed in, one click leads to the payment page of Pro as well; a failure says so.
  await page.goto('/pricing?interval=year')
  await page.route('**/api/rpc/billing/checkout', (route) => route.abort())
  await page.getByRole('link', { name: 'Try 7 days free' }).click()
  await page.getByRole('alert').getByText('Nothing was charged').waitFor()
  await picture(page, 'billing-checkout-failed')
  await page.unroute('**/api/rpc/billing/checkout')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.waitForURL(/\/c\/cs_/)
  await page.getByText(/€120/).first().waitFor()

  // The interval is still chosen for somebody who comes back without paying.
  await page.getByRole('link', { name: `Back to ${site.name}` }).click()
  await page.waitForURL('**/billing?checkout=left&interval=year')
  expect(await page.getByRole('radio', { name: 'Yearly' }).isChecked()).toBe(true)
})

test('the payment page does not open for somebody who has left for another page', async () => {
  const page = await newVisitor()
  await signUp(page, somebody('Lena Lingers'))
  const opening = Promise.withResolvers<void>()
  const opened = page.waitForResponse('**/api/rpc/billing/checkout')
  await page.route('**/api/rpc/billing/checkout', async (route) => {
    await opening.promise
    await route.continue()
  })
  await page.goto('/billing/checkout?interval=year')
  await page.getByText('7 days free, then €120 a year.').waitFor()
  await expectNoObjections(page, 'main')
  // The payment page is ready while the page that was chosen is still on its way.
  const arriving = Promise.withResolvers<void>()
  await page.route('**/api/rpc/billing/standing', async (route) => {
    await arriving.promise
    await route.continue()
  })
  await page.getByRole('link', { name: 'See the plan first' }).click()
  await page.waitForURL('**/billing?interval=year')
  opening.resolve()
  await (await opened).finished()
  await page.getByRole('main').getByRole('progressbar', { name: 'Loading' }).waitFor()
  arriving.resolve()
  await page.getByRole('link', { name: 'Compare plans' }).click()
  await page.getByRole('heading', { name: 'Start free. Pay when you need more.' }).waitFor()
})

test('the sample organisation has a card and paid invoices', async () => {
  const page = await newVisitor()
  await signIn(page, { email: 'owner@loam.example', password: 'plant-more-trees' })
  await page.goto('/o/halden-waerme/billing')
  await page.getByText(/^€49 a month\. Next payment on /).waitFor()
  await page.getByRole('button', { name: 'Card and invoices' }).click()
  await page.waitForURL(/\/p\//)
  await page.getByText('Visa ending in 4242').waitFor()
  await page.getByText('€49.00').first().waitFor()
  await picture(page, 'portal-halden')
})

test('no page of the journey was broken', () => {
  expect(brokenPages).toEqual([])
})
