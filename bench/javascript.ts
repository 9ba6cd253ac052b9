/** What a browser loads for a page: the bytes of JavaScript over the wire, and the requests for it. */
import { chromium } from 'playwright-core'
import { javaScriptLimits, loadedJavaScript } from '../e2e/javascript.ts'
import { findChromium } from '../scripts/chromium.ts'
import { firstPage, productionStack, type Row, row } from './measure.ts'

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
  for (const { name, path = jobPath, kilobytes, requests } of javaScriptLimits) {
    const page = await browser.newPage()
    const loaded = await loadedJavaScript(page, stack.url + path)
    rows.push(row(`${name}: JavaScript`, loaded.kilobytes, kilobytes, 'kB'))
    rows.push(row(`${name}: requests for JavaScript`, loaded.requests, requests, ''))
    await page.close()
  }
  await browser.close()
  await app.stop()
  await stack.stop()
  return rows
}
