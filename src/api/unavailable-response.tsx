import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { UnavailablePage } from '#/platform/navigation/unavailable-page.tsx'
import { paraglideMiddleware } from '#/i18n/generated/server.js'
import type { Unavailable } from '#/unavailable.ts'
import { nonceOf, securePage } from './page-headers.ts'

/**
 * The same answer as a procedure's UNAVAILABLE, for what is no procedure. A page for a browser that
 * opens an address, JSON for everybody else.
 */
export function unavailableResponse(
  request: Request,
  { retryAfterSeconds, outcomeUnknown }: Pick<Unavailable, 'retryAfterSeconds' | 'outcomeUnknown'>,
): Promise<Response> | Response {
  const headers = { 'cache-control': 'no-store', 'retry-after': String(retryAfterSeconds) }
  if (opensPage(request)) return unavailablePage(request, headers)
  return Response.json(
    { code: 'UNAVAILABLE', data: { retryAfterSeconds, ...(outcomeUnknown && { outcomeUnknown }) } },
    { status: 503, headers },
  )
}

const opensPage = ({ method, headers }: Request) =>
  method === 'GET' && (headers.get('accept') ?? '').includes('text/html')

/** Made without the router and its loaders, one of which may be what does not answer. */
function unavailablePage(request: Request, headers: Record<string, string>): Promise<Response> {
  return paraglideMiddleware(request, async () => {
    const nonce = nonceOf(request)
    const page = renderToStaticMarkup(createElement(UnavailablePage, { nonce, url: request.url }))
    return securePage(
      new Response(`<!doctype html>${page}`, {
        status: 503,
        headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
      }),
      request,
    )
  })
}
