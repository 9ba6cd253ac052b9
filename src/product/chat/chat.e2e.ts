/** Journey 5: an answer outlives its reader, is stopped from another tab, and is there tomorrow. */
import { afterAll, beforeAll, expect, test } from 'bun:test'
import type { Page } from 'playwright-core'
import { site } from '#/site.ts'
import { expectNoObjections } from '../../../e2e/accessibility.ts'
import { brokenPages, closeBrowser, newVisitor, picture } from '../../../e2e/browser.ts'
import { signIn, signUp, somebody } from '../../../e2e/people.ts'

let page: Page
let jobPath: string
const person = somebody('Chat Reader')
beforeAll(async () => {
  page = await newVisitor()
  await page.goto('/jobs')
  jobPath = (await page.locator('main li a[href^="/jobs/"]').first().getAttribute('href')) ?? ''
})
afterAll(closeBrowser)

const question = 'Tell me everything about this job'
const panelOf = (tab: Page) => tab.getByRole('dialog', { name: 'Ask about this job' })
const answerOf = (tab: Page) => tab.locator('ol > li').filter({ hasText: 'Answer:' }).last()
const messagesOf = (tab: Page) =>
  tab.getByRole('region', { name: 'Conversation' }).locator('> div > ol > li')
const stopButton = (tab: Page) => tab.getByRole('button', { name: 'Stop the answer' })
const wordsOf = async (tab: Page) =>
  (await answerOf(tab).locator('.prose').textContent())?.replaceAll(/\s+/g, ' ').trim() ?? ''

async function ask(tab: Page, text: string) {
  await tab.getByLabel('Your question').fill(text)
  await tab.keyboard.press('Enter')
  await answerOf(tab).locator('.prose').waitFor()
}

test('a visitor asks without an account, comes to the limit, and keeps the conversation with one', async () => {
  await page.goto(jobPath)
  expect(await page.context().cookies()).toEqual([])
  await page.getByRole('button', { name: 'Help me prepare for the interview' }).click()
  await answerOf(page).locator('.prose').waitFor()
  await page.getByText('2 of 3 questions left today without an account.').waitFor()
  await picture(page, 'job-chat-visitor')
  await page.reload()
  await answerOf(page).locator('.prose').waitFor()
  await stopButton(page).waitFor({ state: 'detached', timeout: 30_000 })
  for (const text of ['Is it remote?', 'What is the salary?']) {
    await ask(page, text)
    await stopButton(page).waitFor({ state: 'detached', timeout: 30_000 })
  }
  expect(await messagesOf(page).count()).toBe(6)
  await page.getByText('0 of 3 questions left today without an account.').waitFor()
  const last = await wordsOf(page)
  await page.getByLabel('Your question').fill('And the team?')
  await page.keyboard.press('Enter')
  await page.getByText('That’s all for today without an account.').waitFor()
  expect(await page.getByLabel('Your question').inputValue()).toBe('And the team?')
  await picture(page, 'job-chat-visitor-limit')

  await panelOf(page).getByRole('link', { name: 'Create account' }).click()
  await page.waitForURL('**/sign-up**')
  await signUp(page, person)
  await page.waitForURL(`**${jobPath}*`)
  await panelOf(page).waitFor()
  await messagesOf(page).nth(5).waitFor()
  expect(await wordsOf(page)).toBe(last)
  expect(await page.getByLabel('Your question').inputValue()).toBe('And the team?')
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain(
    `${site.id}.visitor`,
  )
  await page.goto('/chats')
  await page.getByRole('link', { name: 'Help me prepare for the interview' }).waitFor()
  await page.goto(jobPath)
  await panelOf(page).waitFor()
  await page.keyboard.press('Escape')
  await panelOf(page).waitFor({ state: 'detached' })
})

test('reloaded in the middle, the same answer goes on to its end, in two tabs', async () => {
  await page.getByRole('button', { name: 'Ask a question' }).click()
  await page.getByRole('button', { name: 'New conversation' }).click()
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
  expect(await wordsOf(page)).toStartWith(stopped.replace(/…$/, ''))
})

test('offline in the middle and back again, the answer is the one that is stored', async () => {
  await page.getByRole('button', { name: 'New conversation' }).click()
  await ask(page, question)
  await stopButton(page).waitFor()
  await page.context().setOffline(true)
  await page.getByText('You’re offline').waitFor()
  const before = await wordsOf(page)
  await page.context().setOffline(false)
  await page.getByText('You’re offline').waitFor({ state: 'detached' })
  await stopButton(page).waitFor({ state: 'detached', timeout: 30_000 })
  const whole = await wordsOf(page)
  expect(whole).toStartWith(before.slice(0, -1))
  expect(whole.length).toBeGreaterThan(before.length)
  await page.reload()
  await answerOf(page).locator('.prose').waitFor()
  expect(await wordsOf(page)).toBe(whole)
})

test('while the server cannot be reached it says so, and goes on by itself', async () => {
  await page.getByRole('button', { name: 'New conversation' }).click()
  await ask(page, question)
  await stopButton(page).waitFor()
  // The connection breaks, and every attempt to make another one fails.
  await page.route('**/api/chat/**', (route) => route.abort('connectionrefused'))
  await page.evaluate(() => window.dispatchEvent(new Event('offline')))
  await page.getByText('Connection lost.').waitFor()
  const before = await wordsOf(page)
  await page.unroute('**/api/chat/**')
  await page.getByText('Connection lost.').waitFor({ state: 'detached' })
  await stopButton(page).waitFor({ state: 'detached', timeout: 30_000 })
  expect(await wordsOf(page)).toStartWith(before)
  expect((await wordsOf(page)).length).toBeGreaterThan(before.length)
})

test('what is asked on another device is seen when one comes back', async () => {
  const phone = await newVisitor({ phone: true })
  await phone.goto('/sign-in')
  await signIn(phone, person)
  await phone.goto(jobPath)
  const opener = phone.getByRole('button', { name: 'Ask a question' })
  await opener.click()
  await answerOf(phone).locator('.prose').waitFor()
  await ask(phone, 'Is it remote?')
  await stopButton(phone).waitFor({ state: 'detached', timeout: 30_000 })

  expect(await messagesOf(page).filter({ hasText: 'Is it remote?' }).count()).toBe(0)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await messagesOf(page).filter({ hasText: 'Is it remote?' }).first().waitFor()
  expect(await wordsOf(page)).toBe(await wordsOf(phone))

  // Over the whole of a phone: what is behind cannot be reached, and Escape gives the focus back.
  await panelOf(phone).waitFor()
  expect(await panelOf(phone).evaluate((dialog) => dialog.matches(':modal'))).toBe(true)
  await phone.keyboard.press('Escape')
  await panelOf(phone).waitFor({ state: 'detached' })
  expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true)
  await phone.context().close()
})

test('axe objects to nothing in the panel', async () => {
  await expectNoObjections(page, 'dialog')
  await page.getByRole('button', { name: 'Edit question' }).first().focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('Rephrase your question').waitFor()
  await expectNoObjections(page, 'dialog')
  await page.keyboard.press('Escape')
})

test('a question is asked in other words, and another tab follows', async () => {
  await page.getByRole('button', { name: 'New conversation' }).click()
  await ask(page, question)
  await stopButton(page).click()
  await page.getByText('You stopped this answer.').waitFor()
  const tab = await page.context().newPage()
  await tab.goto(jobPath)
  await tab.getByRole('button', { name: 'Ask a question' }).click()
  await answerOf(tab).locator('.prose').waitFor()

  const edit = page.getByRole('button', { name: 'Edit question' })
  await edit.focus()
  await page.keyboard.press('Enter')
  const editor = page.getByLabel('Rephrase your question')
  expect(await editor.inputValue()).toBe(question)
  expect(await editor.evaluate((element) => element === document.activeElement)).toBe(true)
  // Escape leaves the editor, not the panel, and the focus goes back.
  await page.keyboard.press('Escape')
  await editor.waitFor({ state: 'detached' })
  expect(await edit.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Enter')
  await editor.fill('What is the salary?')
  await picture(page, 'job-chat-edit')
  await page.keyboard.press('Enter')
  for (const one of [page, tab]) {
    await messagesOf(one).filter({ hasText: 'What is the salary?' }).first().waitFor()
    expect(await messagesOf(one).filter({ hasText: question }).count()).toBe(0)
  }
  for (const one of [page, tab]) {
    await stopButton(one).waitFor({ state: 'detached', timeout: 30_000 })
  }
  expect(await wordsOf(tab)).toBe(await wordsOf(page))
  expect(await messagesOf(page).count()).toBe(2)
  await tab.close()
})

test('an answer that is whole is given again', async () => {
  await page.getByRole('button', { name: 'Regenerate answer' }).click()
  await stopButton(page).waitFor()
  await stopButton(page).waitFor({ state: 'detached', timeout: 30_000 })
  expect(await messagesOf(page).count()).toBe(2)
  expect(await wordsOf(page)).not.toBe('')
  const shown = await wordsOf(page)
  await page.reload()
  await answerOf(page).locator('.prose').waitFor()
  expect(await wordsOf(page)).toBe(shown)
})

test('what the page suggests is asked in the panel that is open', async () => {
  const suggestion = 'Help me prepare for the interview'
  await page.getByRole('button', { name: suggestion }).click()
  await messagesOf(page).filter({ hasText: suggestion }).waitFor()
  await stopButton(page).waitFor({ state: 'detached', timeout: 30_000 })
  expect(await messagesOf(page).count()).toBe(4)
  await page.getByRole('button', { name: 'Ask a question' }).click()
  const box = page.getByLabel('Your question')
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true)
  // The panel is beside the page, not over it.
  const apply = await page.getByRole('link', { name: 'Apply for this job' }).boundingBox()
  const panel = await panelOf(page).boundingBox()
  expect((apply?.x ?? 0) + (apply?.width ?? 0)).toBeLessThanOrEqual(panel?.x ?? 0)
})

test('a conversation is renamed and deleted', async () => {
  await page.getByRole('button', { name: 'Earlier conversations' }).click()
  await picture(page, 'job-chat-earlier')
  const rows = page.getByRole('region', { name: 'Earlier conversations' }).getByRole('listitem')
  const count = await rows.count()
  const remove = rows.last().getByRole('button', { name: 'Delete conversation' })
  await remove.click()
  await page.keyboard.press('Escape')
  expect(await remove.evaluate((element) => element === document.activeElement)).toBe(true)
  await remove.click()
  await rows.last().getByRole('button', { name: 'Delete', exact: true }).click()
  await rows.nth(count - 1).waitFor({ state: 'detached' })
  expect(await rows.count()).toBe(count - 1)
  // Until the chosen one is loaded, the link leads to the one that is still shown.
  const asPage = page.getByRole('link', { name: 'Open as a page' })
  const shown = await asPage.getAttribute('href')
  await page.getByRole('button', { name: question }).first().click()
  await asPage.and(page.locator(`:not([href="${shown}"])`)).click()
  await page.getByRole('heading', { level: 1, name: question }).waitFor()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Rename' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('My favourite job')
  await page.getByRole('button', { name: 'Save name' }).click()
  await page.getByRole('heading', { level: 1, name: 'My favourite job' }).waitFor()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Delete conversation' }).click()
  await page.getByRole('button', { name: 'Delete conversation' }).click()
  await page.getByText('Conversation deleted').waitFor()
  await page.getByRole('link', { name: 'What is the salary?' }).waitFor()
  expect(await page.getByRole('link', { name: 'My favourite job' }).count()).toBe(0)
  expect(brokenPages).toEqual([])
})
