import { readsSession } from '#/auth/session-cookie.ts'
import { currentLocale } from '#/i18n/locale.ts'
import { sharedByVisitors } from '#/shared-by-visitors.ts'
import { nonceOf } from './page-headers.ts'

const freshForMs = 60_000
/** Others get the page of before for as long as one request renders it anew. */
const renewalMs = 5_000

interface SharedPage {
  headers: Headers
  /** The HTML between the places of the nonce, which is another for each answer. */
  parts: string[]
  until: number
}

const [marker = ''] = Object.keys(sharedByVisitors)
const pages = new Map<string, SharedPage>()

/**
 * The page, rendered. One whose route says that all visitors share it is rendered once a minute in
 * each language. Only for somebody without a session, and an address without a query: then nothing but
 * the path and the language decides what it says.
 */
export async function sharedPage(
  request: Request,
  render: (request: Request) => Promise<Response> | Response,
): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const mayShare = request.method === 'GET' && search === '' && !readsSession(request.headers)
  const key = `${currentLocale()} ${pathname}`
  const known = pages.get(key)
  if (mayShare && known && known.until > Date.now()) {
    return new Response(known.parts.join(nonceOf(request)), { headers: known.headers })
  }
  if (mayShare && known) known.until = Date.now() + renewalMs
  const response = await render(request)
  const { headers, status } = response
  const isShared = headers.has(marker) && status === 200 && !headers.has('set-cookie')
  headers.delete(marker)
  if (!mayShare || !isShared || import.meta.env.DEV) return response

  const html = await response.text()
  pages.set(key, {
    headers: new Headers(headers),
    parts: html.split(nonceOf(request)),
    until: Date.now() + freshForMs,
  })
  return new Response(html, { headers })
}
