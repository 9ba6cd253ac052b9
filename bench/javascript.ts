/** What a browser loads for a page: the bytes of JavaScript over the wire, and the requests for it. */
import { chromium } from 'playwright-core'
import { javaScriptLimits, loadedJavaScript } from '../e2e/javascript.ts'
import { findChromium } from '../scripts/chromium.ts'
import { firstPage, productionStack, type Row, row } from './measure.ts'

/** `pagesAt` is given the address of the app. */
export async function javaScript(
  pagesAt: (url: string) => Promise<typeof javaScriptLimits> = () =>
    Promise.resolve(javaScriptLimits),
): Promise<Row[]> {
  const stack = await productionStack()
  const app = stack.start()
  await firstPage(`${stack.url}/`, performance.now())
  const browser = await chromium.launch({
    executablePath: await findChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  })
  const rows: Row[] = []
  for (const { name, path, kilobytes, requests } of await pagesAt(stack.url)) {
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
