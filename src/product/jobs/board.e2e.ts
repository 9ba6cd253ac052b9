/** Journey 1: somebody looks for a job, and everything is there before any script has run. */
import { afterAll, expect, test } from 'bun:test'
import { expectNoObjections } from '../../../e2e/accessibility.ts'
import {
  appUrl,
  brokenPages,
  closeBrowser,
  holdScripts,
  newVisitor,
  picture,
} from '../../../e2e/browser.ts'
import { loadedJavaScript } from '../../../e2e/javascript.ts'
import { jobPageLimit } from './test-job-page-limit.ts'

afterAll(closeBrowser)

const htmlOf = async (path: string) => (await fetch(appUrl + path)).text()

const someJob = async () =>
  (await htmlOf('/jobs')).match(/href="(\/jobs\/[a-z][^"?#]+)"/)?.[1] ?? ''

test('start page, board and job page are whole without JavaScript', async () => {
  const page = await newVisitor({ javaScript: false })
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('link', { name: 'Jobs' }).first().click()
  await page.waitForURL('**/jobs')
  expect(
    await page.getByRole('heading', { level: 3 }).or(page.locator('article, li')).count(),
  ).toBeGreaterThan(10)

  await page.getByRole('searchbox').fill('TypeScript')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.waitForURL('**q=TypeScript**')
  await page
    .getByRole('link', { name: /TypeScript/ })
    .first()
    .click()
  await page.waitForURL(/\/jobs\/[^?]+/)
  await page.getByRole('heading', { level: 1, name: /TypeScript/ }).waitFor()
})

test('a job page speaks to search engines', async () => {
  const path = await someJob()
  const html = await htmlOf(path)
  const [, json] = html.match(/<script type="application\/ld\+json"[^>]*>(.*?)<\/script>/s) ?? []
  const posting = JSON.parse(json ?? 'null')
  expect(posting).toMatchObject({
    '@type': 'JobPosting',
    hiringOrganization: { '@type': 'Organization' },
  })
  for (const field of ['title', 'description', 'datePosted', 'jobLocation'])
    expect(posting).toHaveProperty(field)
  expect(html).toContain(`<title>${posting.title}`)
  expect(html).toMatch(/<meta name="description" content="[^"]{40,}/)
  expect(html).toContain(`rel="canonical" href="${appUrl}${path}"`)
})

test('the board is described, has one address, and nothing that axe objects to', async () => {
  const html = await htmlOf('/jobs')
  expect(html.match(/<title>[^<]+ · [^<·]+<\/title>/g)).toHaveLength(1)
  expect(html.match(/<meta name="description" content="[^"]{20,}/g)).toHaveLength(1)
  expect(html).toContain(`rel="canonical" href="${appUrl}/jobs"`)
  const page = await newVisitor()
  await page.goto('/jobs')
  await expectNoObjections(page)
})

test('a job page loads no more JavaScript than is promised', async () => {
  const loaded = await loadedJavaScript(await newVisitor(), await someJob())
  expect(loaded.kilobytes).toBeGreaterThan(50)
  expect(loaded.kilobytes).toBeLessThanOrEqual(jobPageLimit.kilobytes)
  expect(loaded.requests).toBeLessThanOrEqual(jobPageLimit.requests)
})

test('the head follows the page without a reload', async () => {
  const page = await newVisitor()
  const job = await someJob()
  await page.goto('/')
  const titleOf = (path: string) =>
    page.waitForFunction(
      (pathname) => window.location.pathname === pathname && document.title,
      path,
    )
  const landing = await (await titleOf('/')).jsonValue()
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }))
  await page.getByRole('link', { name: 'Jobs' }).first().click()
  await page.waitForFunction((before) => document.title !== before, landing)
  await page.locator(`a[href="${job}"]`).first().click()
  await page.waitForFunction(
    (path) => document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href.endsWith(path),
    job,
  )
  expect(await page.title()).toStartWith(await page.getByRole('heading', { level: 1 }).innerText())
  expect(await page.locator('head title, head meta[name=description]').count()).toBe(2)
  await page.goBack()
  await page.goBack()
  await page.waitForFunction((first) => document.title === first, landing)
  expect(await page.evaluate(() => 'isSameDocument' in window)).toBe(true)
})

test('search and filters live in the URL and survive a reload', async () => {
  const page = await newVisitor()
  await page.goto('/jobs')
  await picture(page, 'jobs')
  const all = await page.getByText(/^\d+ jobs$/).innerText()
  const held = Promise.withResolvers<void>()
  await page.route('**/api/rpc/jobs/search*', async (route) => {
    await held.promise
    await route.continue()
  })
  await page.getByRole('checkbox', { name: /^Remote/ }).check()
  await page.waitForURL('**workplace=remote**')
  await page.locator('section[aria-busy=true]', { hasText: all }).waitFor()
  await page.getByRole('progressbar').waitFor()
  held.resolve()
  await page.unrouteAll({ behavior: 'wait' })
  await page
    .getByText(/^\d+ jobs?$/)
    .filter({ hasNotText: all })
    .waitFor()
  const remote = await page.getByText(/^\d+ jobs?$/).innerText()
  await page.reload()
  expect(await page.getByRole('checkbox', { name: /^Remote/ }).isChecked()).toBe(true)
  await page.getByText(remote, { exact: true }).waitFor()

  // Back takes one choice back at a time, in the address and in the form.
  await page.getByRole('checkbox', { name: /^Full-time/ }).check()
  await page.waitForURL('**type=full_time**')
  await page.goBack()
  await page.waitForURL((url) => url.search === '?workplace=remote')
  await page.getByText(remote, { exact: true }).waitFor()
  expect(await page.getByRole('checkbox', { name: /^Full-time/ }).isChecked()).toBe(false)
  expect(await page.getByRole('checkbox', { name: /^Remote/ }).isChecked()).toBe(true)
  await page.goBack()
  await page.getByText(all, { exact: true }).waitFor()
  expect(await page.getByRole('checkbox', { name: /^Remote/ }).isChecked()).toBe(false)
  await page.goForward()
  await page.getByText(remote, { exact: true }).waitFor()

  await page.getByRole('searchbox').fill('zzz nothing like this')
  await page
    .getByText(/^0 jobs|No jobs/)
    .first()
    .waitFor()
  await page.getByText('No jobs match “zzz nothing like this” with these filters').waitFor()
  await picture(page, 'jobs-none')
  await page.getByRole('link', { name: 'Clear filters' }).last().click()
  await page.getByText('No jobs match “zzz nothing like this”', { exact: true }).waitFor()
  expect(await page.getByText('Minimum salary').count()).toBe(0)
  await page.getByRole('link', { name: 'All jobs' }).click()
  await page.getByText(all, { exact: true }).waitFor()
})

test('what is typed and chosen before the scripts are there counts', async () => {
  const page = await newVisitor()
  const letGo = await holdScripts(page)
  await page.goto('/jobs', { waitUntil: 'commit' })
  await page.getByRole('searchbox').fill('engineer')
  await page.getByRole('checkbox', { name: /^Remote/ }).check()
  await page.getByLabel('Salary').selectOption('50000')
  await letGo()
  await page.waitForURL((url) => {
    const { q, workplace, salary } = Object.fromEntries(url.searchParams)
    return q === 'engineer' && workplace === 'remote' && salary === '50000'
  })
  expect(await page.getByRole('searchbox').inputValue()).toBe('engineer')
  expect(await page.getByRole('checkbox', { name: /^Remote/ }).isChecked()).toBe(true)
})

test('a job that is not there says so, with the right status', async () => {
  const page = await newVisitor()
  const answer = await page.goto('/jobs/there-is-no-such-job')
  expect(answer?.status()).toBe(404)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await picture(page, 'job-missing')
})

test('a start page and a job, as pictures', async () => {
  const page = await newVisitor()
  await page.goto('/')
  await picture(page, 'landing')
  await page.goto('/jobs')
  await page
    .getByRole('link', { name: /engineer/i })
    .first()
    .click()
  await page.waitForURL(/\/jobs\/[^?]+/)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await picture(page, 'job')
})

test('no page broke on the way', () => expect(brokenPages).toEqual([]))
