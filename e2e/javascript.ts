import type { Page } from 'playwright-core'

/** The budget of a visitor's first page. */
export const javaScriptLimits: {
  name: string
  path: string
  kilobytes: number
  requests: number
}[] = [
  { name: 'landing page', path: '/', kilobytes: 130, requests: 15 },
  { name: 'sign-in', path: '/sign-in', kilobytes: 130, requests: 15 },
  { name: 'prices', path: '/pricing', kilobytes: 130, requests: 15 },
]

/** Opens an address with an empty cache; the JavaScript that came over the wire, with its headers. */
export async function loadedJavaScript(page: Page, url: string) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const scripts = new Map<string, number>()
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.set(requestId, 0)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength)
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  const bytes = [...scripts.values()].reduce((sum, size) => sum + size, 0)
  return { kilobytes: bytes / 1000, requests: scripts.size }
}
