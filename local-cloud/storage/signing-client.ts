import { encode, hmac, sha256, signingKey, type Credentials } from './signature.ts'

/**
 * The sending side of Signature Version 4, for tests that have to sign what no
 * client library would: altered, expired and malformed requests.
 */
export interface Outgoing {
  method: string
  url: string
  headers?: Record<string, string>
  body?: string | Uint8Array<ArrayBuffer>
  at?: Date
}

const timestampOf = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '')

function scopeOf(at: Date, { region }: Credentials): string {
  return `${timestampOf(at).slice(0, 8)}/${region}/s3/aws4_request`
}

function sign(stringToSign: string, at: Date, { secretAccessKey, region }: Credentials): string {
  const key = signingKey(secretAccessKey, timestampOf(at).slice(0, 8), region)
  return hmac(key, stringToSign).toString('hex')
}

function signatureOf(
  { method, url, at = new Date() }: Outgoing,
  headers: Record<string, string>,
  payload: string,
  credentials: Credentials,
): string {
  const { pathname, searchParams } = new URL(url)
  const query = [...searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`)
  const names = Object.keys(headers).toSorted()
  const canonical = [
    method,
    pathname,
    query.toSorted().join('&'),
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    payload,
  ].join('\n')
  const text = ['AWS4-HMAC-SHA256', timestampOf(at), scopeOf(at, credentials), sha256(canonical)]
  return sign(text.join('\n'), at, credentials)
}

/** Signs in the Authorization header; all headers given are signed. */
export function signedRequest(outgoing: Outgoing, credentials: Credentials): Request {
  const { method, url, body, at = new Date() } = outgoing
  const headers: Record<string, string> = {
    host: new URL(url).host,
    'x-amz-date': timestampOf(at),
    'x-amz-content-sha256': sha256(body ?? ''),
    ...outgoing.headers,
  }
  const payload = headers['x-amz-content-sha256'] ?? ''
  const signature = signatureOf({ ...outgoing, at }, headers, payload, credentials)
  const credential = `${credentials.accessKeyId}/${scopeOf(at, credentials)}`
  const names = Object.keys(headers).toSorted().join(';')
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${names}, Signature=${signature}`
  return new Request(url, { method, headers: { ...headers, authorization }, body })
}

/** A URL that carries its own signature, and binds the headers given. */
export function presignedUrl(
  outgoing: Outgoing & { expires?: number; signsHost?: boolean },
  credentials: Credentials,
): string {
  const { at = new Date(), expires = 300, signsHost = true } = outgoing
  const url = new URL(outgoing.url)
  const headers = { ...(signsHost && { host: url.host }), ...outgoing.headers }
  const query = {
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': `${credentials.accessKeyId}/${scopeOf(at, credentials)}`,
    'X-Amz-Date': timestampOf(at),
    'X-Amz-Expires': String(expires),
    'X-Amz-SignedHeaders': Object.keys(headers).toSorted().join(';'),
  }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const payload = 'UNSIGNED-PAYLOAD'
  const signature = signatureOf({ ...outgoing, url: url.href, at }, headers, payload, credentials)
  url.searchParams.set('X-Amz-Signature', signature)
  return url.href
}
