import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

export const appUrl = required('E2E_APP_URL')
const consoleUrl = required('E2E_CONSOLE_URL')
const screenshots = process.env.E2E_SCREENSHOTS

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run the journeys with \`bun run e2e\`.`)
  return value
}

let browser: Promise<Browser> | undefined
const launch = () =>
  (browser ??= chromium.launch({
    executablePath: required('E2E_CHROMIUM'),
    headless: !process.env.E2E_HEADED,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  }))

type Visit = { locale?: string; javaScript?: boolean; phone?: boolean }
let visitors = 0

/** A new person with a browser of their own: no cookies, an address of their own. */
export async function newVisitor({
  locale = 'en',
  javaScript = true,
  phone,
}: Visit = {}): Promise<Page> {
  visitors += 1
  const context = await (
    await launch()
  ).newContext({
    baseURL: appUrl,
    locale,
    javaScriptEnabled: javaScript,
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    extraHTTPHeaders: {
      'x-forwarded-for': `198.18.${process.pid % 250}.${visitors}`,
    },
  })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  failOnBrokenPage(page)
  return page
}

/** A page that throws or complains in the console is broken even if the test would pass. */
function failOnBrokenPage(page: Page) {
  page.on('pageerror', (error) => brokenPages.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    const text = message.text()
    // Refusals that a journey provokes, and preloads that a slow machine uses late.
    if (/^Failed to load resource|was preloaded using link preload but not used/.test(text)) {
      return
    }
    if (message.type() === 'error' || message.type() === 'warning') {
      brokenPages.push(`${page.url()}: ${text}`)
    }
  })
}
export const brokenPages: string[] = []

/** Holds the scripts of the pages that are opened next, as a slow network does, until let go. */
export async function holdScripts(page: Page): Promise<() => Promise<void>> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route('**/*.js', async (route) => {
    await promise
    await route.continue()
  })
  return async () => {
    resolve()
    await page.unrouteAll({ behavior: 'wait' })
  }
}

/** Pictures for a look by eye: `E2E_SCREENSHOTS=<folder> bun run e2e`, in four shapes. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!screenshots) return
  await mkdir(screenshots, { recursive: true })
  const viewport = page.viewportSize()
  for (const [shape, size] of [
    ['desktop', { width: 1440, height: 900 }],
    ['phone', { width: 390, height: 844 }],
  ] as const) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.screenshot({
        path: join(screenshots, `${name}-${shape}-${colorScheme}.png`),
        fullPage: true,
      })
    }
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  if (viewport) await page.setViewportSize(viewport)
}

export async function closeBrowser() {
  await (await browser)?.close()
  browser = undefined
}

export type ReceivedMail = { id: string; to: string; subject: string; text: string; html: string }

/** The newest mail to this address, waited for; a subject can be asked for. */
export async function mailTo(address: string, subject?: RegExp): Promise<ReceivedMail> {
  const until = Date.now() + 15_000
  while (Date.now() < until) {
    const response = await fetch(
      `${consoleUrl}/mail/messages.json?to=${encodeURIComponent(address)}`,
    )
    const mails: ReceivedMail[] = await response.json()
    const mail = mails.find((candidate) => !subject || subject.test(candidate.subject))
    if (mail) return mail
    await Bun.sleep(100)
  }
  throw new Error(`No mail to ${address}${subject ? ` about ${subject}` : ''} arrived.`)
}

/** The first link of a mail that leads into the app. */
export function linkIn(mail: ReceivedMail): string {
  const link = mail.text.match(/https?:\/\/[^\s\])>]+/g)?.find((url) => url.startsWith(appUrl))
  if (!link) throw new Error(`The mail "${mail.subject}" has no link into the app.`)
  return link
}
