import { isBoundedJson } from './json-bounds.ts'

/** The longest text of a form, a job's 20,000 characters, takes up to 80 kB. */
const procedureBytes = 128 * 1024
const otherBytes = 32 * 1024
/** Events of Stripe hold whole objects; their signature is checked before they are parsed. */
const signedBytes = 1024 * 1024
/** Until the whole body has arrived; the deadline of the answer begins after it. */
const bodyMs = 15_000
const maxAddress = 16 * 1024
const maxParameters = 200
const maxBrackets = 200

const refuse = (status: number, code: string) =>
  Response.json({ code }, { status, headers: { 'cache-control': 'no-store' } })

/**
 * The request with its body read, or the refusal of what is too large to be parsed at once: a megabyte
 * of keys, digits or nested lists would hold up everybody else's requests. Nothing was parsed yet.
 */
export async function boundedRequest(
  request: Request,
  path: string,
  milliseconds = bodyMs,
): Promise<Request | Response> {
  const { url, method, headers, signal } = request
  if (url.length > maxAddress) return refuse(414, 'URI_TOO_LONG')
  // On a page it leads nowhere, which the page says better.
  const holdsNul = path.startsWith('/api/') && url.includes('%00')
  if (holdsNul || !isBoundedQuery(url)) return refuse(400, 'BAD_REQUEST')
  if (!request.body) return request

  const encoding = headers.get('content-encoding')
  if (encoding && encoding !== 'identity') return refuse(415, 'UNSUPPORTED_ENCODING')
  const limit = limitOf(path)
  const body = await inTime(milliseconds, readAtMost(request, limit))
  if (body === 'late') return refuse(408, 'REQUEST_TIMEOUT')
  if (!body) return refuse(413, 'CONTENT_TOO_LARGE')
  if (body.length === 0) return new Request(url, { method, headers, signal })
  if (limit !== signedBytes) {
    // The other types that the handlers know cost more to parse, and nobody here sends them.
    const isApi = path.startsWith('/api/')
    const isKnown = isApi ? isJsonOrPlain(headers) : isPlainForm(headers)
    if (!isKnown) return refuse(415, 'UNSUPPORTED_MEDIA_TYPE')
    const isBounded = isApi ? isBoundedJson(body) : isBoundedForm(body)
    if (!isBounded) return refuse(400, 'BAD_REQUEST')
  }
  return new Request(url, { method, headers, body, signal })
}

function limitOf(path: string): number {
  if (path === '/api/auth/stripe/webhook') return signedBytes
  return path.startsWith('/api/rpc/') || path.startsWith('/api/v1/') ? procedureBytes : otherBytes
}

/** Text as well: oRPC does not parse it, and the chat's questions may come without a type. */
const isJsonOrPlain = (headers: Headers) =>
  /^(application\/json|text\/plain)\b/i.test(headers.get('content-type') ?? 'application/json') &&
  !headers.has('content-disposition')

/** As a browser posts the form of a page itself. */
const isPlainForm = (headers: Headers) =>
  /^application\/x-www-form-urlencoded\b/i.test(headers.get('content-type') ?? '')

/** No form here has a twentieth of so many fields, and no text may hold a NUL. */
function isBoundedForm(body: Uint8Array): boolean {
  const text = Buffer.from(body).toString('latin1')
  return text.split('&', maxParameters + 1).length <= maxParameters && !/%00|\0/.test(text)
}

/** A query may hold JSON (`?data=` of the procedures' own protocol) or names in brackets. */
function isBoundedQuery(url: string): boolean {
  const start = url.indexOf('?')
  if (start === -1) return true
  const query = url.slice(start + 1)
  const parameters = query.split('&')
  if (parameters.length > maxParameters) return false
  if ((query.match(/\[|%5b/gi)?.length ?? 0) > maxBrackets) return false
  return parameters.every(
    (parameter) => !parameter.startsWith('data=') || isBoundedJson(decoded(parameter.slice(5))),
  )
}

const encoder = new TextEncoder()
function decoded(text: string): Uint8Array {
  try {
    return encoder.encode(decodeURIComponent(text))
  } catch {
    return encoder.encode(text)
  }
}

/** A body that comes byte by byte would hold its request for as long as the client likes. */
async function inTime<T>(milliseconds: number, work: Promise<T>): Promise<T | 'late'> {
  const late = Promise.withResolvers<'late'>()
  const timer = setTimeout(() => late.resolve('late'), milliseconds)
  try {
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
    // The rest of a body that was too slow ends the connection, and nobody waits for it.
    work.catch(() => {})
  }
}

/** Null when there is more; what was sent beyond the limit is not kept. */
async function readAtMost(
  request: Request,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const declared = request.headers.get('content-length')
  if (declared !== null) return Number(declared) > limit ? null : request.bytes()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
