/** Every page of the app on a phone and on tablets, in German, whose words are the longest. */
import { afterAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { homePath } from '#/auth/home-path.ts'
import { appUrl, brokenPages, closeBrowser, mailTo, newVisitor } from './browser.ts'
import { eachPage } from './pages.ts'
import { newOrganization, signIn, signUp, somebody } from './people.ts'

afterAll(closeBrowser)

const password = 'plant-more-trees'
const widths = [1024, 768, 390]

/** Things that are cut off at the right, and text in a column that is too narrow to read. */
const faultsOf = (page: Page) =>
  page.evaluate(() => {
    const faults: string[] = []
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth) faults.push(`page: ${root.scrollWidth} px`)
    for (const table of document.querySelectorAll('main table')) {
      const room = table.parentElement?.clientWidth ?? 0
      if (table.scrollWidth > room) faults.push(`table: ${table.scrollWidth} px in ${room} px`)
    }
    for (const text of document.querySelectorAll<HTMLElement>('main :is(p, h1, h2, h3, dd, th)')) {
      const { width, height } = text.getBoundingClientRect()
      const isLong = text.innerText.length > 40
      if (isLong && height > 1 && width < 110) {
        faults.push(`${Math.round(width)} px: ${text.innerText.slice(0, 40)}`)
      }
    }
    return faults
  })

async function signedIn(email: string) {
  const page = await newVisitor()
  await signIn(page, { email, password })
  return page
}

async function expectRoom(page: Page, begin: string[], under?: string): Promise<number> {
  await page.context().addCookies([{ name: 'locale', value: 'de', url: appUrl }])
  const faults: string[] = []
  const seen = await eachPage(
    page,
    async (path) => {
      await page.goto(path)
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 })
        faults.push(...(await faultsOf(page)).map((fault) => `${path} at ${width}: ${fault}`))
      }
    },
    { begin, under },
  )
  expect(faults).toEqual([])
  return seen.size
}

test('what owners see has room', async () => {
  const begin = ['/o/halden-waerme/members']
  expect(await expectRoom(await signedIn('owner@loam.example'), begin)).toBeGreaterThan(15)
})

test('what people without an organisation see has room', async () => {
  expect(await expectRoom(await signedIn('candidate@loam.example'), [homePath])).toBeGreaterThan(10)
})

test('what admins see has room', async () => {
  expect(
    await expectRoom(await signedIn('admin@loam.example'), ['/admin/users'], '/admin'),
  ).toBeGreaterThan(4)
})

test('long addresses have room', async () => {
  const page = await newVisitor()
  await signUp(page, somebody('Maximiliane Wolkenstein Rodenegg'))
  const slug = await newOrganization(page, 'Wolkenstein')
  await page.goto(`/o/${slug}/members`)
  await page.getByRole('button', { name: 'Invite' }).click()
  const dialog = page.getByRole('dialog')
  const invited = somebody('Leopoldine Wolkenstein Rodenegg')
  await dialog.getByLabel('Email address').fill(invited.email)
  await dialog.getByRole('button', { name: 'Send invitation' }).click()
  await mailTo(invited.email)
  await expectRoom(page, [`/o/${slug}/members`], '/o')
  const admin = await signedIn('admin@loam.example')
  await expectRoom(admin, ['/admin/users'], '/admin/users')
})

test('no page broke on the way', () => expect(brokenPages).toEqual([]))
