/** Journey 6: an organisation, from its first minute to an application that is moved on. */
import { afterAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { site } from '#/site.ts'
import { pdfOf } from '../scripts/seed/write-pdf.ts'
import { expectNoObjections } from './accessibility.ts'
import { brokenPages, closeBrowser, linkIn, mailTo, newVisitor, picture } from './browser.ts'
import { newOrganization, signUp, somebody } from './people.ts'

afterAll(closeBrowser)

const cv = `Clara Blom
Bread baker, Leipzig

Experience
2018 - 2024 Head baker, Linden bakery. Led a team of 6 and cut waste by 30 %.
2014 - 2018 Baker, Ofenhaus. Baked 400 loaves of sourdough a night.

Skills
Sourdough, rye, shift planning, hygiene (HACCP)

Education
2014 Apprenticeship as a baker, Leipzig

Languages
German, English`

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor()

test('create it, invite a member, publish a job, receive an application, move it', async () => {
  const suffix = process.pid
  const name = `Linden Bakery ${suffix}`
  const slug = `linden-bakery-${suffix}`
  const owner = somebody('Olga Owner')
  const member = somebody('Mia Member')
  const candidate = somebody('Clara Blom')
  const page = await newVisitor()
  await signUp(page, owner)

  // Create it.
  await page.getByRole('link', { name: 'New organisation' }).click()
  await heading(page, 'New organisation')
  await page.getByLabel('Name').fill(name)
  expect(await page.getByLabel('Address').inputValue()).toBe(slug)
  const prefix = await page.getByText('/companies/').boundingBox()
  const typed = await page.getByLabel('Address').boundingBox()
  expect((prefix?.x ?? 0) + (prefix?.width ?? 0)).toBeLessThanOrEqual(typed?.x ?? 0)
  await page.getByLabel('Website').fill('linden.example')
  await page.getByLabel('Location').fill('Leipzig, Germany')
  await page.getByLabel('About').fill('Bread for a whole quarter, baked at night.')
  await picture(page, 'organization-new')
  await page.getByRole('button', { name: 'Create organisation' }).click()
  await page.getByText('Create your first job').waitFor()
  expect(new URL(page.url()).pathname).toBe(`/o/${slug}/jobs`)
  await page.getByRole('navigation').getByText(name).waitFor()
  await picture(page, 'organization-jobs-empty')

  // An address is taken once.
  await page.goto('/organizations/new')
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Create organisation' }).click()
  await page.getByText('This address is taken').waitFor()
  await picture(page, 'organization-new-taken')

  // Invite someone who has no account yet.
  await page.goto(`/o/${slug}/members`)
  await page.getByRole('button', { name: 'Invite someone' }).click()
  await page.getByLabel('Email address').fill(member.email)
  await picture(page, 'organization-invite')
  await page.getByRole('button', { name: 'Send invitation' }).click()
  await page.getByRole('heading', { name: 'Pending invitations' }).waitFor()
  await picture(page, 'organization-members')
  const invitation = linkIn(await mailTo(member.email, /Join/))

  // Somebody else who has the link stays outside.
  await page.goto(invitation)
  await page.getByText('this invitation was sent to').waitFor()
  await picture(page, 'organization-invitation-other')

  // The invited person signs up and comes back to it.
  const memberPage = await newVisitor()
  await memberPage.goto(invitation)
  await heading(memberPage, `Join ${name}`)
  await picture(memberPage, 'organization-invitation')
  await memberPage.getByRole('link', { name: 'Create account' }).click()
  await memberPage.waitForURL('**/sign-up**')
  await memberPage.getByLabel('Name').fill(member.name)
  await memberPage.getByLabel('Email address').fill(member.email)
  await memberPage.getByLabel('Password', { exact: true }).fill(member.password)
  await memberPage.getByRole('button', { name: 'Create account' }).click()
  await memberPage.waitForURL('**/verify**')
  await memberPage.goto(linkIn(await mailTo(member.email, /Confirm/)))
  await memberPage.getByRole('button', { name: 'Accept invitation' }).click()
  await memberPage.getByText(`You are now a member of ${name}`).waitFor()
  await memberPage.getByRole('navigation').getByText(name).waitFor()
  expect(new URL(memberPage.url()).pathname).toBe(`/o/${slug}/jobs`)

  // Used once.
  await memberPage.goto(invitation)
  await heading(memberPage, 'This invitation has been accepted')

  // A member recruits, but does not run the organisation.
  await memberPage.goto(`/o/${slug}/members`)
  await memberPage.getByText(owner.email).waitFor()
  expect(await memberPage.getByRole('button', { name: 'Invite someone' }).count()).toBe(0)
  expect(await memberPage.getByRole('combobox').count()).toBe(0)
  expect(await memberPage.getByRole('link', { name: 'Settings' }).count()).toBe(0)
  expect((await memberPage.goto(`/o/${slug}/settings`))?.status()).toBe(404)

  // The member writes a job; what is missing to publish is said beside the fields.
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
  await memberPage.getByRole('link', { name: 'Home', exact: true }).click()
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
  await memberPage.getByRole('link', { name: 'Home', exact: true }).click()
  await memberPage.waitForURL('**/home')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByText('Someone saved this job').waitFor()
  await picture(page, 'organization-job-stale')
  await page.getByRole('button', { name: 'Load the saved version' }).click()
  await page.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[name=department]')?.value === 'Sourdough',
  )

  // A candidate with a reviewed CV applies.
  const candidatePage = await newVisitor()
  await signUp(candidatePage, candidate)
  await candidatePage.goto('/cv-review')
  await upload(candidatePage)
  await candidatePage.getByRole('heading', { name: 'What works' }).waitFor({ timeout: 30_000 })
  await candidatePage.goto(jobPath)
  await candidatePage.getByText('Your CV is already here').waitFor()
  await candidatePage.getByRole('link', { name: 'Apply for this job' }).click()
  await heading(candidatePage, 'Apply for Head of sourdough')
  expect(await candidatePage.getByLabel('Name').inputValue()).toBe(candidate.name)
  await candidatePage.getByText('gets your name, email address and CV, and').waitFor()
  await candidatePage.getByLabel('Include its review').check()
  await candidatePage.getByText('gets your name, email address, CV and its review').waitFor()
  await candidatePage.getByLabel('Cover note').fill('Your starter is older than my grandmother.')
  await picture(candidatePage, 'application-form')
  await candidatePage.getByRole('link', { name: site.name }).first().click()
  await candidatePage.getByText('Leave without saving?').waitFor()
  await candidatePage.getByRole('button', { name: 'Keep editing' }).click()
  await candidatePage.getByRole('button', { name: 'Send application' }).click()
  await candidatePage.getByText('Application sent').waitFor()
  await picture(candidatePage, 'application-sent')
  await mailTo(candidate.email, /Your application: Head of sourdough/)
  await candidatePage.goto(`${jobPath}/apply`)
  await candidatePage.getByText('You have applied for this job').waitFor()
  await picture(candidatePage, 'application-already')
  await candidatePage.getByRole('link', { name: 'Back to the job' }).click()
  await candidatePage.getByText(/^You applied on \d/).waitFor()
  expect(await candidatePage.getByRole('link', { name: 'Apply for this job' }).count()).toBe(0)
  await picture(candidatePage, 'job-applied')
  await candidatePage.getByRole('link', { name: 'View your application' }).click()
  await heading(candidatePage, 'Head of sourdough')

  // Both see it on their first page.
  await candidatePage.goto('/home')
  await candidatePage.getByRole('link', { name: 'Head of sourdough' }).waitFor()
  await picture(candidatePage, 'home-candidate')
  await page.goto('/home')
  await page.getByText('1 new application').waitFor()
  await picture(page, 'home-owner')

  // Who published the job hears of it; the owner reads it with the CV and its review.
  await page.goto(linkIn(await mailTo(member.email, /Clara Blom applied/)))
  await heading(page, candidate.name)
  await page.getByText('Your starter is older than my grandmother.').waitFor()
  await page.getByRole('heading', { name: 'What works' }).waitFor()
  await picture(page, 'organization-application')
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'clara-blom.pdf' }).first().click()
  expect((await download).suggestedFilename()).toBe('clara-blom.pdf')

  // By keyboard: to interview, after a look at the mail that goes out. Cancel keeps everything.
  const question = page.getByRole('alertdialog')
  await page.getByRole('combobox', { name: 'Status' }).selectOption('interview')
  await page.getByRole('button', { name: 'Invite and send email' }).press('Enter')
  await question.getByText('would like to meet you').waitFor()
  await picture(page, 'organization-application-move')
  await question.getByRole('button', { name: 'Cancel' }).press('Enter')
  await question.waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: 'Invite and send email' }).press('Enter')
  await question.getByRole('button', { name: 'Invite and send email' }).press('Enter')
  await page.getByText(`${candidate.name}’s application is now “Interview”`).waitFor()
  await page.getByText(`${owner.name} moved it to “Interview”`).waitFor()
  await mailTo(candidate.email, /would like to meet you/)

  // Who did what is written down, for those who run the organisation.
  await page.getByRole('link', { name: 'Audit trail' }).click()
  await heading(page, 'Audit trail')
  await page.getByText(`${owner.name} moved ${candidate.name}’s application`).waitFor()
  await page.getByText(`${owner.name} opened ${candidate.name}’s CV`).waitFor()
  await page.getByText(`${member.name} published the job “Head of sourdough”`).waitFor()
  await page.getByText(`${member.name} joined the team`).waitFor()
  await picture(page, 'organization-audit')
  await page.getByLabel('Type').selectOption('jobs')
  await page.getByLabel('Person').selectOption(owner.name)
  await page.getByRole('button', { name: 'Apply' }).click()
  await page.getByText('No events found').waitFor()
  expect(new URL(page.url()).searchParams.get('group')).toBe('jobs')
  await picture(page, 'organization-audit-none')
  await page.getByRole('link', { name: 'Clear filters' }).click()
  await page.getByText(`${owner.name} created the organisation`).waitFor()
  const exported = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export CSV' }).click()
  expect((await exported).suggestedFilename()).toMatch(/^audit-\d{4}-\d\d-\d\d\.csv$/)
  expect((await memberPage.goto(`/o/${slug}/audit`))?.status()).toBe(404)

  // The other recruiter sees it in the list, under its status.
  await memberPage.goto(`/o/${slug}/applications`)
  await memberPage.getByRole('link', { name: candidate.name }).waitFor()
  await picture(memberPage, 'organization-applications')
  await memberPage.getByRole('link', { name: /^New \d/ }).click()
  await memberPage.getByText('No applications found').waitFor()
  await memberPage.getByRole('link', { name: /^Interview \d/ }).click()
  await memberPage.getByRole('link', { name: candidate.name }).waitFor()
  await memberPage.getByRole('link', { name: 'CV score' }).press('Enter')
  await memberPage
    .getByRole('columnheader', { name: 'CV score' })
    .and(memberPage.locator('[aria-sort=descending]'))
    .waitFor()

  // On the board by keyboard: the step is silent, the focus goes along.
  await memberPage.getByRole('link', { name: 'Board', exact: true }).click()
  const column = (name: string) => memberPage.getByRole('region', { name })
  await column('Interview').getByRole('link', { name: candidate.name }).waitFor()
  await picture(memberPage, 'organization-applications-board')
  await memberPage.getByRole('button', { name: `Move ${candidate.name}` }).press('Enter')
  await memberPage.getByRole('menuitem', { name: 'Move to “In review”' }).press('Enter')
  await column('In review').getByRole('link', { name: candidate.name }).waitFor()
  await column('In review').locator(':focus').waitFor()
  // Dropped on a step that writes a mail, it asks first.
  await column('In review').getByRole('listitem').dragTo(column('Offer'))
  await memberPage.getByRole('alertdialog').getByText('would like to make you an offer').waitFor()
  await memberPage.getByRole('button', { name: 'Cancel' }).click()
  await column('In review').getByRole('link', { name: candidate.name }).waitFor()

  await memberPage.goto(`/o/${slug}/jobs`)
  await memberPage.getByRole('link', { name: 'Head of sourdough', exact: true }).waitFor()
  await picture(memberPage, 'organization-jobs')

  // The candidate follows it, and withdraws.
  await candidatePage.goto('/applications')
  await candidatePage.getByText('In review').waitFor()
  await picture(candidatePage, 'applications')
  await candidatePage.getByRole('link', { name: 'Head of sourdough' }).click()
  await candidatePage.getByRole('button', { name: 'Withdraw application' }).click()
  await candidatePage
    .getByRole('alertdialog')
    .getByRole('button', { name: 'Withdraw application' })
    .click()
  await candidatePage.getByText('You withdrew').waitFor()

  // A stranger sees nothing of all this.
  for (const path of ['jobs', 'applications', 'members', 'settings']) {
    const answer = await candidatePage.goto(`/o/${slug}/${path}`)
    expect(answer?.status()).toBe(404)
    expect(await candidatePage.content()).not.toContain(name)
  }

  // Settings, and the end of it.
  await page.goto(`/o/${slug}/settings`)
  await page.getByLabel('Industry').fill('Food')
  await page.getByRole('button', { name: 'Save profile' }).click()
  await page.getByText('Profile saved').waitFor()
  const publicPage = page.getByRole('link', { name: `/companies/${slug}` })
  expect(await publicPage.getAttribute('href')).toBe(`/companies/${slug}`)
  await picture(page, 'organization-settings')
  await page.getByRole('button', { name: 'Delete organisation' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByText('1 application').waitFor()
  await dialog.getByRole('textbox').fill(name)
  await picture(page, 'organization-delete')
  await dialog.getByRole('button', { name: 'Delete organisation' }).click()
  await page.waitForURL('**/home')
  await page.getByText(`${name} was deleted`).waitFor()
  expect((await memberPage.goto(`/o/${slug}/jobs`))?.status()).toBe(404)
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

async function publish(page: Page, slug: string, title: string) {
  await page.goto(`/o/${slug}/jobs/new`)
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('City').fill('Leipzig')
  await page.getByLabel('Country').selectOption('DE')
  await page.getByLabel('Summary').fill('Something grows here.')
  await page.getByLabel('Description').and(page.locator('textarea')).fill('You make it grow.')
  await page.getByRole('button', { name: 'Publish job' }).click()
}

test('nothing broke on the way', () => expect(brokenPages).toEqual([]))

async function upload(page: Page) {
  const file = {
    name: 'clara-blom.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(pdfOf(cv)),
  }
  const input = page.locator('input[type=file]')
  await page.locator('input[type=file]:enabled').waitFor({ state: 'attached' })
  await input.setInputFiles(file)
}
