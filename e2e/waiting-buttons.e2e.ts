/** Every button of every page: it works without the page's scripts, or it visibly waits for them. */
import { afterAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import {
  appUrl,
  brokenPages,
  closeBrowser,
  holdScripts,
  linkIn,
  mailTo,
  newVisitor,
} from './browser.ts'
import { eachPage, pagePatterns } from './pages.ts'
import { newOrganization, signIn, signUp, somebody } from './people.ts'

afterAll(closeBrowser)

const password = 'plant-more-trees'
const seen = new Set<string>()

/** Controls that look ready but do nothing without scripts. */
const deadButtons = (page: Page) =>
  page
    .locator('button, [role=button], input:is([type=submit], [type=button], [type=file])')
    .evaluateAll((controls) =>
      controls
        .filter((control) => {
          if (control.matches(':disabled, summary')) return false
          if (!(control instanceof HTMLButtonElement)) return true
          const ofSearch = control.form?.matches(
            '[role=search], [action]:not([method=post]), [data-plain]',
          )
          return !control.popoverTargetElement && !(control.type === 'submit' && ofSearch)
        })
        .map((control) => control.outerHTML.slice(0, 300)),
    )

const waiting = '[data-waiting]'

/** Forms whose button waits for ever where no scripts run, and neither they nor their page say why. */
const silentForms = (page: Page) =>
  page.locator('form:has([type=submit][data-waiting])').evaluateAll((forms) =>
    forms
      .filter((form) => {
        const pageSays = form.closest('main')?.querySelector(':scope > noscript')
        return !(form.querySelector('noscript') ?? pageSays)?.textContent
      })
      .map((form) => form.outerHTML.slice(0, 300)),
  )

/** Waiting controls that are not dimmed once the transition has ended. */
const brightButtons = (page: Page) =>
  page.locator(waiting).evaluateAll(async (buttons) => {
    const shown = buttons
      .map((button) => button.closest('label') ?? button)
      .filter((element) => element.checkVisibility())
    const animations = shown.flatMap((element) => element.getAnimations())
    await Promise.all(animations.map((animation) => animation.finished))
    return shown
      .filter((element) => Number(getComputedStyle(element).opacity) > 0.5)
      .map((element) => element.outerHTML.slice(0, 300))
  })

/** Held, each waiting button is dimmed; let go, none waits any more. Returns how many there were. */
async function tryButtons(page: Page, path: string): Promise<number> {
  // A page that is left while it loads complains of what it lost.
  await page.waitForLoadState('networkidle')
  const letGo = await holdScripts(page)
  await page.goto(path, { waitUntil: 'commit' })
  await page.waitForFunction(() => document.readyState !== 'loading')
  const dead = await deadButtons(page)
  expect(dead, path).toEqual([])
  expect(await silentForms(page), path).toEqual([])
  expect(await brightButtons(page), path).toEqual([])
  const number = await page.locator(waiting).count()
  await letGo()
  await page.waitForFunction((selector) => !document.querySelector(selector), waiting)
  return number
}

async function tryAll(
  page: Page,
  { begin = [], under = '/' }: { begin?: string[]; under?: string } = {},
): Promise<Map<string, number>> {
  const numbers = new Map<string, number>()
  const patterns = await eachPage(
    page,
    async (path) => void numbers.set(path, await tryButtons(page, path)),
    { begin, under },
  )
  for (const pattern of patterns) seen.add(pattern)
  return numbers
}

test('of a visitor', async () => {
  const numbers = await tryAll(await newVisitor())
  expect(numbers.get('/sign-in')).toBeGreaterThan(0)
}, 180_000)

test('of a candidate', async () => {
  const page = await newVisitor()
  await signIn(page, { email: 'candidate@loam.example', password })
  const numbers = await tryAll(page)
  expect(numbers.get('/billing')).toBeGreaterThan(0)
}, 180_000)

test('of an owner', async () => {
  const page = await newVisitor()
  await signIn(page, { email: 'owner@loam.example', password })
  const numbers = await tryAll(page, { begin: ['/o/halden-waerme', '/o/halden-waerme/billing'] })
  expect(numbers.get('/o/halden-waerme/billing')).toBeGreaterThan(2)
}, 180_000)

test('of an admin', async () => {
  const page = await newVisitor()
  await signIn(page, { email: 'admin@loam.example', password })
  await tryAll(page, { under: '/admin' })
}, 180_000)

test('of a newcomer with a new organisation and an invitation', async () => {
  const page = await newVisitor()
  const person = somebody('Nuno Prates')
  await signUp(page, person)
  const organization = await newOrganization(page, 'Prates')
  await page.goto(`/o/${organization}/members`)
  const invited = somebody('Nela Prates')
  await page.getByRole('button', { name: 'Invite' }).click()
  await page.getByRole('dialog').getByLabel('Email address').fill(invited.email)
  await page.getByRole('dialog').getByRole('button', { name: 'Send invitation' }).click()
  const invitation = new URL(linkIn(await mailTo(invited.email, /Prates/))).pathname
  await tryAll(page, { begin: [invitation, `/o/${organization}/billing`] })
  const theirs = await newVisitor()
  await signUp(theirs, invited)
  expect(await tryButtons(theirs, invitation)).toBeGreaterThan(1)
}, 180_000)

test('without scripts a page with buttons says it once', async () => {
  const page = await newVisitor({ javaScript: false })
  const data = { email: 'owner@loam.example', password }
  await page.request.post('/api/auth/sign-in/email', { data, headers: { origin: appUrl } })
  for (const name of ['billing', 'members', 'settings']) {
    await page.goto(`/o/halden-waerme/${name}`)
    const text = await page.locator('main').innerText()
    expect(text.match(/JavaScript/g), name).toHaveLength(1)
    const [notice, next] = await page
      .locator('main > noscript, main > noscript + *')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect()))
    expect((next?.top ?? 0) - (notice?.bottom ?? 0), name).toBeGreaterThanOrEqual(16)
  }
})

test('no page was left out, and none is broken', async () => {
  expect((await pagePatterns()).filter((pattern) => !seen.has(pattern))).toEqual([])
  expect(brokenPages).toEqual([])
})
