/** What a browser loads for a page: the bytes of JavaScript over the wire, and the requests for it. */
import { chromium } from 'playwright-core'
import { findChromium } from '../scripts/chromium.ts'
import { firstPage, productionStack, type Row, row } from './measure.ts'

const pages = [
  { name: 'landing page', path: '/', kilobytes: 110, requests: 15 },
  { name: 'sign-in', path: '/sign-in', kilobytes: 100 },
  { name: 'job page', path: undefined, kilobytes: 130 },
]

export async function javaScript(): Promise<Row[]> {
  const stack = await productionStack()
  const app = stack.start()
  await firstPage(`${stack.url}/`, performance.now())
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const board = await (await fetch(`${stack.url}/jobs`)).text()
  const jobPath = board.match(/href="(\/jobs\/[^"?#]+)"/)?.[1] ?? '/jobs'
  const rows: Row[] = []
  for (const { name, path = jobPath, kilobytes, requests } of pages) {
    const context = await browser.newContext()
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    const scripts = new Map<string, number>()
    session.on('Network.responseReceived', ({ requestId, type }) => {
      if (type === 'Script') scripts.set(requestId, 0)
    })
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength)
    })
    await page.goto(stack.url + path, { waitUntil: 'networkidle' })
    const bytes = [...scripts.values()].reduce((sum, size) => sum + size, 0)
    rows.push(row(`${name}: JavaScript`, bytes / 1000, kilobytes, 'kB'))
    if (requests) rows.push(row(`${name}: requests for JavaScript`, scripts.size, requests, ''))
    await context.close()
  }
  await browser.close()
  await app.stop()
  await stack.stop()
  return rows
}
