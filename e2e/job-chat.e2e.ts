/** Journey 5: an answer outlives its reader, is stopped from another tab, and is there tomorrow. */
import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { brokenPages, closeBrowser, newVisitor, picture } from './browser.ts'
import { signUp, somebody } from './people.ts'

let page: Page
let jobPath: string
beforeAll(async () => {
  page = await newVisitor()
  await page.goto('/jobs')
  jobPath = (await page.locator('main li a[href^="/jobs/"]').first().getAttribute('href')) ?? ''
})
afterAll(closeBrowser)

const question = 'Tell me everything about this job'
const panelOf = (tab: Page) => tab.getByRole('dialog', { name: 'Ask about this job' })
const answerOf = (tab: Page) => tab.locator('ol > li').filter({ hasText: 'Answer:' }).last()
const stopButton = (tab: Page) => tab.getByRole('button', { name: 'Stop the answer' })
/** Without the asterisks of emphasis, which stand in the text until their other half has come. */
const wordsOf = async (tab: Page) =>
  (await answerOf(tab).locator('.prose').textContent())
    ?.replaceAll('*', '')
    .replaceAll(/\s+/g, ' ') ?? ''

async function ask(tab: Page, text: string) {
  await tab.getByLabel('Your question').fill(text)
  await tab.keyboard.press('Enter')
  await answerOf(tab).locator('.prose').waitFor()
}

test('a visitor is led to sign in, and the question is kept', async () => {
  await page.goto(jobPath)
  await page.getByRole('heading', { name: 'Ask about this job' }).waitFor()
  const suggestion = page.getByRole('link', { name: 'Help me prepare for the interview' })
  await suggestion.click()
  await page.waitForURL('**/sign-in**')
  const back = new URL(page.url()).searchParams.get('redirect') ?? ''
  await page.goto('/sign-up')
  await signUp(page, somebody('Chat Reader'))
  await page.goto(back)
  await panelOf(page).waitFor()
  expect(await page.getByLabel('Your question').inputValue()).toBe(
    'Help me prepare for the interview',
  )
  await page.keyboard.press('Escape')
  await panelOf(page).waitFor({ state: 'detached' })
})

test('reloaded in the middle, the same answer goes on to its end, in two tabs', async () => {
  await page.getByRole('button', { name: 'Ask a question' }).click()
  await ask(page, question)
  const before = await wordsOf(page)
  await stopButton(page).waitFor()
  await page.reload()
  await answerOf(page).locator('.prose').waitFor()
  expect(await wordsOf(page)).toStartWith(before.slice(0, -1))
  const tab = await page.context().newPage()
  await tab.goto(jobPath)
  await answerOf(tab).locator('.prose').waitFor()

  await stopButton(page).waitFor({ state: 'detached', timeout: 30_000 })
  await stopButton(tab).waitFor({ state: 'detached' })
  const whole = await wordsOf(page)
  expect(whole.length).toBeGreaterThan(before.length)
  expect(await wordsOf(tab)).toBe(whole)
  await picture(page, 'job-chat')

  // What is stored is what was read.
  await tab.goto('/chats')
  await picture(tab, 'chats')
  await tab.getByRole('link', { name: question }).click()
  await answerOf(tab).locator('.prose').waitFor()
  expect(await wordsOf(tab)).toBe(whole)
  await picture(tab, 'chat')
  await tab.close()
})

test('an answer is stopped from a second tab, and continued in the first', async () => {
  await ask(page, question)
  const tab = await page.context().newPage()
  await tab.goto(jobPath)
  await stopButton(tab).click()
  await page.getByText('You stopped this answer.').waitFor()
  await tab.getByText('You stopped this answer.').waitFor()
  expect(await wordsOf(tab)).toBe(await wordsOf(page))
  await tab.close()

  const stopped = await wordsOf(page)
  await page.getByRole('button', { name: 'Continue' }).click()
  await stopButton(page).waitFor()
  await stopButton(page).waitFor({ state: 'detached', timeout: 30_000 })
  expect(await wordsOf(page)).toStartWith(stopped.trimEnd())
})

test('a conversation is renamed and deleted', async () => {
  await page.getByRole('link', { name: 'Open as a page' }).click()
  await page.getByRole('heading', { level: 1, name: question }).waitFor()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('My favourite job')
  await page.getByRole('button', { name: 'Save name' }).click()
  await page.getByRole('heading', { level: 1, name: 'My favourite job' }).waitFor()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Delete conversation' }).click()
  await page.getByRole('button', { name: 'Delete conversation' }).click()
  await page.getByText('No conversations yet').waitFor()
  expect(brokenPages).toEqual([])
})
