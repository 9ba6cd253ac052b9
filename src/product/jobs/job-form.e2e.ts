/** A job from its first field to its public page, and the limit of the plan. */
import { afterAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { expectNoObjections } from '../../../e2e/accessibility.ts'
import { brokenPages, closeBrowser, newVisitor, picture } from '../../../e2e/browser.ts'
import { joinTeam, newOrganization, signUp, somebody } from '../../../e2e/people.ts'
import { publish } from './test-publish.ts'

afterAll(closeBrowser)

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor()

test('a job is written, published, and not written over by an older copy', async () => {
  const [owner, member] = [somebody('Olga Owner'), somebody('Mia Member')]
  const [page, memberPage] = [await newVisitor(), await newVisitor()]
  await signUp(page, owner)
  const slug = await newOrganization(page, 'Sourdough')
  await page.getByText('Create your first job').waitFor()
  await picture(page, 'organization-jobs-empty')
  await signUp(memberPage, member)
  await joinTeam(page, slug, memberPage, member)

  // A member writes a job; what is missing to publish is said beside the fields.
  await memberPage.goto(`/o/${slug}/jobs/new`)
  await memberPage.getByRole('button', { name: 'Publish job' }).click()
  const invalid = memberPage.locator('[aria-invalid=true]')
  await invalid.nth(4).waitFor()
  expect(await memberPage.getByLabel('Title').evaluate((title) => title.matches(':focus'))).toBe(
    true,
  )
  // The form is long: a list above it leads to each of them.
  const problems = memberPage.getByRole('alert').filter({ hasText: 'Check these 5 fields:' })
  expect(await problems.getByRole('link').allInnerTexts()).toEqual([
    'Title',
    'City',
    'Country',
    'Summary',
    'Description',
  ])
  await expectNoObjections(memberPage, 'main')
  await problems.getByRole('link', { name: 'Summary' }).click()
  expect(
    await memberPage.getByLabel('Summary').evaluate((summary) => summary.matches(':focus')),
  ).toBe(true)
  await memberPage.getByLabel('Title').fill('Head of sourdough')
  // What is right is no longer marked, and all else still is.
  await memberPage.locator('[name=title]:not([aria-invalid=true])').waitFor()
  expect(await invalid.count()).toBe(4)
  await memberPage.getByLabel('Department').fill('Bakery')
  await memberPage.getByRole('link', { name: 'New organisation' }).click()
  await memberPage.getByRole('alertdialog', { name: 'Leave without saving?' }).waitFor()
  await picture(memberPage, 'organization-job-unsaved')
  await memberPage.getByRole('button', { name: 'Keep editing' }).click()
  expect(await memberPage.getByLabel('Title').inputValue()).toBe('Head of sourdough')
  await memberPage.getByRole('button', { name: 'Publish job' }).click()
  await memberPage.getByText('Required to publish.').first().waitFor()
  await picture(memberPage, 'organization-job-incomplete')
  await memberPage.getByLabel('City').fill('Leipzig')
  await memberPage.getByLabel('Country').selectOption('DE')
  await memberPage.getByLabel('From').fill('38000')
  await memberPage.getByLabel(/^To /).fill('46000')
  await memberPage
    .getByLabel('Summary')
    .fill('Lead the night shift and our starter, which is 90 years old.')
  await memberPage
    .getByLabel('Description')
    .and(memberPage.locator('textarea'))
    .fill('## What you will do\n\n- Lead a team of **five**\n- Plan the shifts')
  await memberPage.getByLabel('Skills').fill('Sourdough')
  await memberPage.getByLabel('Skills').press('Enter')
  await memberPage.getByLabel('Skills').fill('Shift planning, HACCP')
  await memberPage.getByLabel('Skills').press('Enter')
  await memberPage.getByText('Preview').click()
  await memberPage.getByRole('heading', { name: 'What you will do' }).waitFor()
  await picture(memberPage, 'organization-job-form')
  await memberPage.getByRole('button', { name: 'Save draft' }).click()
  await heading(memberPage, 'Head of sourdough')
  await memberPage.getByText('Draft', { exact: true }).waitFor()
  await memberPage.getByRole('button', { name: 'Publish job' }).click()
  const publicLink = memberPage.getByRole('link', { name: 'View public page' })
  await publicLink.waitFor()
  const jobPath = (await publicLink.getAttribute('href')) ?? ''
  expect(jobPath).toMatch(/^\/jobs\/head-of-sourdough-[a-z2-9]{6}$/)
  await picture(memberPage, 'organization-job-published')

  // A colleague with an older copy cannot write over a newer one.
  const jobUrl = memberPage.url()
  await page.goto(jobUrl)
  await page.getByLabel('Department').fill('Night bakery')
  await memberPage.getByLabel('Department').fill('Sourdough')
  await memberPage.getByRole('button', { name: 'Save changes' }).click()
  await memberPage.getByText('Changes saved').waitFor()
  await memberPage.getByRole('link', { name: 'New organisation' }).click()
  await memberPage.waitForURL('**/organizations/new')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByText('Someone saved this job').waitFor()
  await picture(page, 'organization-job-stale')
  await page.getByRole('button', { name: 'Load the saved version' }).click()
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[name=department]')?.value === 'Sourdough',
  )

  await memberPage.goto(`/o/${slug}/jobs`)
  await memberPage.getByRole('link', { name: 'Head of sourdough', exact: true }).waitFor()
  await picture(memberPage, 'organization-jobs')

  // Its page is in the settings, and in the trail stands who published it.
  await page.goto(`/o/${slug}/settings`)
  const publicPage = page.getByRole('link', { name: `/companies/${slug}` })
  expect(await publicPage.getAttribute('href')).toBe(`/companies/${slug}`)
  await page.goto(`/o/${slug}/audit`)
  await page.getByText(`${member.name} published the job “Head of sourdough”`).waitFor()
}, 120_000)

test('the plan ends in an offer for the owner', async () => {
  const page = await newVisitor()
  await signUp(page, somebody('Lise Limit'))
  const slug = await newOrganization(page, 'Limit Gardens')
  for (const title of ['Rose gardener', 'Tree surgeon', 'Pond keeper']) {
    await publish(page, slug, title)
    await page.getByRole('link', { name: 'View public page' }).waitFor()
  }
  await publish(page, slug, 'One job too many')
  await page.getByText('Your plan allows 3 published jobs').waitFor()
  await page.getByRole('link', { name: 'View the Team plan' }).waitFor()
  await picture(page, 'organization-plan-limit')
}, 60_000)

test('no page broke on the way', () => expect(brokenPages).toEqual([]))
