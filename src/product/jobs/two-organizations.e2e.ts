/** One person in two organisations, with a tab in each: nothing of one is ever seen in the other. */
import { afterAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { brokenPages, closeBrowser, holdScripts, newVisitor } from '../../../e2e/browser.ts'
import { signUp, somebody } from '../../../e2e/people.ts'

afterAll(closeBrowser)

test('two tabs in two organisations work at once', async () => {
  const first = await newVisitor()
  await signUp(first, somebody('Tess Two'))
  const [elm, oak] = [`elm-${process.pid}`, `oak-${process.pid}`]
  // On a slow network: the name is there before the page can answer.
  const letGo = await holdScripts(first)
  await createOrganization(first, elm, letGo)
  const second = await first.context().newPage()
  await createOrganization(second, oak)

  // The first tab does not know of the newer organisation, and goes on in its own.
  await Promise.all([draft(first, elm, 'Elm gardener'), draft(second, oak, 'Oak carpenter')])
  await Promise.all([draft(first, elm, 'Elm climber'), draft(second, oak, 'Oak turner')])
  const [ofElm, ofOak] = [
    ['Elm climber', 'Elm gardener'],
    ['Oak carpenter', 'Oak turner'],
  ]
  expect(await jobsIn(first, elm)).toEqual(ofElm)
  expect(await jobsIn(second, oak)).toEqual(ofOak)

  // Inside one tab, too: there and back again, from what the router has kept.
  await first.reload()
  await first.locator(`nav a[href="/o/${oak}/jobs"]`).click()
  await first.waitForURL(`**/o/${oak}/**`)
  await first.getByText('Oak turner').waitFor()
  expect(await shownJobs(first)).toEqual(ofOak)
  await first.goBack()
  await first.getByText('Elm climber').waitFor()
  expect(await shownJobs(first)).toEqual(ofElm)

  // An address that mixes them is no address: the job of one under the name of the other.
  await second.getByRole('link', { name: 'Oak turner' }).click()
  await second.waitForURL(/\/jobs\/[0-9a-f-]{36}/)
  const mixed = second.url().replace(`/o/${oak}/`, `/o/${elm}/`)
  expect((await second.goto(mixed))?.status()).toBe(404)
  expect(brokenPages).toEqual([])
}, 60_000)

async function createOrganization(page: Page, slug: string, letGo?: () => Promise<void>) {
  await page.goto('/organizations/new', { waitUntil: 'commit' })
  await page.getByLabel('Name').fill(slug)
  await letGo?.()
  await page.getByRole('button', { name: 'Create organisation' }).click()
  await page.waitForURL(`**/o/${slug}/jobs`)
}

async function draft(page: Page, slug: string, title: string) {
  await page.goto(`/o/${slug}/jobs/new`)
  await page.getByLabel('Title').fill(title)
  await page.getByRole('button', { name: 'Save draft' }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

async function jobsIn(page: Page, slug: string) {
  await page.goto(`/o/${slug}/jobs`)
  return shownJobs(page)
}

const shownJobs = async (page: Page) =>
  (await page.getByRole('link', { name: /^(Elm|Oak) [a-z]+$/ }).allInnerTexts()).toSorted()
