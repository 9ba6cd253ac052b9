import { Elysia } from 'elysia'
import { openApiDocument } from './openapi.server.ts'

let page: Promise<string> | undefined

/** Made once, like the document: rendering takes a tenth of a second, and anybody may ask. */
const renderedPage = () =>
  (page ??= (async () => {
    // Rendering is wanted here alone; the other routes do not wait for it at the start.
    const { referencePage } = await import('./reference-page.tsx')
    return referencePage(await openApiDocument())
  })())

/** The API document, for tools and for people. */
export const referenceApi = new Elysia()
  .get('/openapi.json', openApiDocument)
  .get('/reference', async () => {
    const html = await renderedPage()
    return new Response(html, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `default-src 'none'; style-src ${styleHashOf(html)}; font-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'`,
        'x-content-type-options': 'nosniff',
      },
    })
  })

/** The one style sheet that stands in the page; it is the same for everybody, so it needs no nonce. */
function styleHashOf(html: string): string {
  const style = html.match(/<style>(.*?)<\/style>/s)?.[1] ?? ''
  return `'sha256-${new Bun.CryptoHasher('sha256').update(style).digest('base64')}'`
}
