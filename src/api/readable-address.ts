/**
 * The same request, or one for the literal signs of an address that holds a broken escape such as "/%"
 * or "/%E0%A4": Start answers those with an empty 400, and a reader should see the page that says so.
 */
export function withReadableAddress(request: Request): Request {
  if (!request.url.includes('%')) return request
  const url = new URL(request.url)
  try {
    decodeURIComponent(url.pathname)
    return request
  } catch {
    url.pathname = url.pathname.replaceAll('%', '%25')
    return new Request(url, request)
  }
}
