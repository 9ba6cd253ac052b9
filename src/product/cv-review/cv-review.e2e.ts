/** Journey 4: a CV is uploaded and reviewed, by its own words; the plan's limit is an offer. */
import { afterAll, expect, test } from 'bun:test'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { pdfOf } from '../../../scripts/seed/write-pdf.ts'
import { docxOf, encryptedPdf, program } from '../../../tests/documents.ts'
import { brokenPages, closeBrowser, newVisitor, picture } from '../../../e2e/browser.ts'
import { signUp, somebody } from '../../../e2e/people.ts'

const folder = await mkdtemp(join(tmpdir(), 'loam-e2e-files-'))
afterAll(() => Promise.all([closeBrowser(), rm(folder, { recursive: true })]))

const fixture = (name: string) =>
  readFile(join(import.meta.dirname, 'local-answers/fixtures', name), 'utf8')

/** From the disk, as a person would: the driver takes seconds to hand the bytes of a large file over. */
async function choose(page: Page, name: string, bytes: Uint8Array) {
  await writeFile(join(folder, name), bytes)
  // A person could not choose a file before; the browser's driver does not mind.
  await page.locator('input[type=file]:enabled').waitFor({ state: 'attached' })
  await page.locator('input[type=file]').setInputFiles(join(folder, name))
}

/** Without the words for screen readers that introduce each quote. */
const quotesOn = async (page: Page) =>
  (await page.locator('blockquote').allInnerTexts()).map((quote) =>
    quote
      .replace('From your CV:', '')
      .replaceAll(/[“”„«»"]/g, '')
      .trim(),
  )

test('two CVs, PDF and Word, get two reviews that quote them; the fourth is an offer', async () => {
  const page = await newVisitor()
  await signUp(page, somebody('Mona Reyes'))
  await page.getByRole('link', { name: 'CV review' }).click()
  await page.getByRole('heading', { level: 1, name: 'CV review' }).waitFor()
  await picture(page, 'cv-review-empty')

  const strong = await fixture('strong-engineer.txt')
  // While the first file is being checked, nothing says that there is none.
  await page.getByText('No reviews yet').waitFor()
  const { promise: looked, resolve: goOn } = Promise.withResolvers<void>()
  await page.route(/confirmUpload/, async (route) => {
    await looked
    await route.continue()
  })
  await choose(page, 'strong.pdf', pdfOf(strong))
  await page.getByText('No reviews yet').waitFor({ state: 'hidden' })
  goOn()
  await page.waitForURL(/\/cv-review\/[0-9a-f-]{36}/)
  await page.unroute(/confirmUpload/)
  await page.getByRole('heading', { name: 'What works' }).waitFor()
  await picture(page, 'cv-review-strong')
  const score = async () =>
    Number(
      await page
        .getByRole('img', { name: /\d/ })
        .first()
        .getAttribute('aria-label')
        .then((label) => label?.match(/\d+/)?.[0]),
    )
  const strongScore = await score()
  const words = (text: string) => text.replaceAll(/\s+/g, ' ')
  for (const quote of await quotesOn(page)) expect(words(strong)).toContain(words(quote))

  await page.goto('/cv-review')
  const junior = await fixture('junior.txt')
  await choose(page, 'junior.docx', docxOf(junior))
  await page.waitForURL(/\/cv-review\/[0-9a-f-]{36}/)
  await page.getByRole('heading', { name: 'What to improve' }).waitFor()
  await picture(page, 'cv-review-junior')
  expect(await score()).toBeLessThan(strongScore)
  const quotes = await quotesOn(page)
  expect(quotes.length).toBeGreaterThan(0)
  for (const quote of quotes) expect(words(junior)).toContain(words(quote))

  // Both are listed, and the reload shows the same.
  await page.goto('/cv-review')
  await page.getByRole('link', { name: /strong\.pdf/ }).waitFor()
  await page.getByRole('link', { name: /junior\.docx/ }).waitFor()
  await picture(page, 'cv-review-list')

  await choose(page, 'third.pdf', pdfOf(junior))
  await page.waitForURL(/\/cv-review\/[0-9a-f-]{36}/)
  await page.goto('/cv-review')
  await page.getByRole('heading', { name: /You’ve used this month/ }).waitFor()
  expect(await page.locator('input[type=file]').count()).toBe(0)
  await picture(page, 'cv-review-limit')
  await page.getByRole('link', { name: 'See Pro' }).click()
  await page.waitForURL('**/pricing**')
})

test('what cannot be reviewed gets a sentence of its own', async () => {
  const page = await newVisitor()
  await signUp(page, somebody('Piet Vos'))
  await page.goto('/cv-review')
  const refusals: [string, Uint8Array, RegExp][] = [
    ['notes.txt', Buffer.from('Hello'), /is not a PDF or Word document/],
    ['renamed.pdf', program(), /is not a PDF or Word document/],
    ['large.pdf', new Uint8Array(10_500_000), /the limit is/],
    ['locked.pdf', encryptedPdf(), /is password-protected/],
    ['empty.pdf', new Uint8Array(), /is empty/],
    ['broken.pdf', pdfOf('Half of a CV, cut off in the middle of it').slice(0, 300), /is damaged/],
  ]
  for (const [name, bytes, sentence] of refusals) {
    await choose(page, name, bytes)
    const alert = page.getByRole('alert').filter({ hasText: name })
    await alert.waitFor()
    expect(await alert.innerText()).toMatch(sentence)
  }
  await picture(page, 'cv-review-refused')
  // Nothing of that was counted.
  await page.reload()
  await page.getByText('0 of 3 reviews').waitFor()
})

test('no page broke on the way', () => expect(brokenPages).toEqual([]))
