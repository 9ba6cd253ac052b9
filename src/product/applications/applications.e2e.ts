/** An application, from a candidate who looks at a job to a recruiter who moves it on. */
import { afterAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { publish } from '#/product/jobs/test-publish.ts'
import { site } from '#/site.ts'
import { pdfOf } from '../../../scripts/seed/write-pdf.ts'
import {
  brokenPages,
  closeBrowser,
  linkIn,
  mailTo,
  newVisitor,
  picture,
} from '../../../e2e/browser.ts'
import { joinTeam, newOrganization, signUp, somebody } from '../../../e2e/people.ts'

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

test('a candidate applies, and recruiters move the application', async () => {
  const [owner, member] = [somebody('Olga Owner'), somebody('Mia Member')]
  const candidate = somebody('Clara Blom')
  const [page, memberPage] = [await newVisitor(), await newVisitor()]
  await signUp(page, owner)
  const slug = await newOrganization(page, 'Linden')
  await signUp(memberPage, member)
  await joinTeam(page, slug, memberPage, member)
  await publish(memberPage, slug, 'Head of sourdough')
  const publicLink = memberPage.getByRole('link', { name: 'View public page' })
  const jobPath = (await publicLink.getAttribute('href')) ?? ''

  // A candidate applies with a CV.
  const candidatePage = await newVisitor()
  await signUp(candidatePage, candidate)
  await candidatePage.goto(jobPath)
  await candidatePage.getByRole('link', { name: 'Apply for this job' }).click()
  await heading(candidatePage, 'Apply for Head of sourdough')
  expect(await candidatePage.getByLabel('Name').inputValue()).toBe(candidate.name)
  await upload(candidatePage)
  await candidatePage.getByRole('radio', { name: /clara-blom\.pdf/ }).waitFor()
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

  // The person who published the job hears of it; the owner reads it with the CV.
  await page.goto(linkIn(await mailTo(member.email, /Clara Blom applied/)))
  await heading(page, candidate.name)
  await page.getByText('Your starter is older than my grandmother.').waitFor()
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

  // Every step is written down with its author, for those who run the organisation.
  await page.getByRole('link', { name: 'Audit trail' }).click()
  await page.getByText(`${owner.name} moved ${candidate.name}’s application`).waitFor()
  await page.getByText(`${owner.name} opened ${candidate.name}’s CV`).waitFor()

  // The other recruiter sees it in the list, under its status.
  await memberPage.goto(`/o/${slug}/applications`)
  await memberPage.getByRole('link', { name: candidate.name }).waitFor()
  await picture(memberPage, 'organization-applications')
  await memberPage.getByRole('link', { name: /^New \d/ }).click()
  await memberPage.getByText('No applications found').waitFor()
  await memberPage.getByRole('link', { name: /^Interview \d/ }).click()
  await memberPage.getByRole('link', { name: candidate.name }).waitFor()

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

  // A stranger sees nothing of all this, and who deletes the organisation is told what is lost.
  const answer = await candidatePage.goto(`/o/${slug}/applications`)
  expect(answer?.status()).toBe(404)
  await page.goto(`/o/${slug}/settings`)
  await page.getByRole('button', { name: 'Delete organisation' }).click()
  await page.getByRole('alertdialog').getByText('1 application').waitFor()
}, 120_000)

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
