/** Shorter ones do not get shorter. */
const minBytes = 1_000
/** The fifth of nine levels: the next ones take twice the time for a hundredth of the bytes. */
const level = 5

/**
 * A page as the browser can read it with fewer bytes, so that it is quick without a proxy too; Nginx
 * passes it on as it is. Only what is rendered in one piece, never a stream.
 */
export async function compressedPage(request: Request, response: Response): Promise<Response> {
  const { headers, status } = response
  const accepted = request.headers.get('accept-encoding') ?? ''
  const isPage = headers.get('content-type')?.startsWith('text/html')
  if (!isPage || !response.body || !/\bgzip\b/.test(accepted)) return response
  const html = await response.bytes()
  const isShort = html.length < minBytes
  if (!isShort) headers.set('content-encoding', 'gzip')
  headers.delete('content-length')
  headers.append('vary', 'accept-encoding')
  return new Response(isShort ? html : Bun.gzipSync(html, { level }), { status, headers })
}
