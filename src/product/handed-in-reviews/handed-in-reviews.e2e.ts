/** A review that goes along with an application. */
import { afterAll, expect, test } from 'bun:test'
import { publish } from '#/product/jobs/test-publish.ts'
import { pdfOf } from '../../../scripts/seed/write-pdf.ts'
import {
  brokenPages,
  closeBrowser,
  linkIn,
  mailTo,
  newVisitor,
  picture,
} from '../../../e2e/browser.ts'
import { newOrganization, signUp, somebody } from '../../../e2e/people.ts'

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

test('a candidate includes the review of a CV, and the recruiter reads it', async () => {
  const [owner, candidate] = [somebody('Olga Owner'), somebody('Clara Blom')]
  const [page, candidatePage] = [await newVisitor(), await newVisitor()]
  await signUp(page, owner)
  const slug = await newOrganization(page, 'Rye')
  await publish(page, slug, 'Rye baker')
  const publicLink = page.getByRole('link', { name: 'View public page' })
  const jobPath = (await publicLink.getAttribute('href')) ?? ''

  await signUp(candidatePage, candidate)
  await candidatePage.goto('/cv-review')
  await candidatePage.locator('input[type=file]:enabled').waitFor({ state: 'attached' })
  await candidatePage.locator('input[type=file]').setInputFiles({
    name: 'clara-blom.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(pdfOf(cv)),
  })
  await candidatePage.getByRole('heading', { name: 'What works' }).waitFor({ timeout: 30_000 })
  await candidatePage.goto(jobPath)
  await candidatePage.getByText('Your CV is already here').waitFor()
  await candidatePage.getByRole('link', { name: 'Apply for this job' }).click()
  await candidatePage.getByText('gets your name, email address and CV, and').waitFor()
  await candidatePage.getByLabel('Include its review').check()
  await candidatePage.getByText('gets your name, email address, CV and its review').waitFor()
  await picture(candidatePage, 'application-form-review')
  await candidatePage.getByRole('button', { name: 'Send application' }).click()
  await candidatePage.getByText('Application sent').waitFor()

  await page.goto(linkIn(await mailTo(owner.email, /Clara Blom applied/)))
  await page.getByRole('heading', { name: 'What works' }).waitFor()
  await page.goto(`/o/${slug}/applications`)
  await page.getByRole('link', { name: 'CV score' }).press('Enter')
  await page
    .getByRole('columnheader', { name: 'CV score' })
    .and(page.locator('[aria-sort=descending]'))
    .waitFor()
}, 120_000)

test('no page broke on the way', () => expect(brokenPages).toEqual([]))
