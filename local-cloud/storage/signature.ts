import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { S3Error } from './s3-error.ts'

/**
 * AWS Signature Version 4 for S3, the receiving side.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 */
export interface Credentials {
  accessKeyId: string
  secretAccessKey: string
  region: string
}

export interface SignedRequest {
  method: string
  /** As sent, still percent-encoded, from the first slash on. */
  path: string
  /** As sent, without the question mark. */
  query: string
  headers: Headers
}

/** The signature's promise about the body, which the reader of the body has to verify. */
export type BodySeal = { kind: 'unsigned' } | { kind: 'sha256'; hex: string }

const algorithm = 'AWS4-HMAC-SHA256'
const maxSkewMs = 15 * 60 * 1000
const maxExpirySeconds = 7 * 24 * 60 * 60

export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

export const hmac = (key: string | Uint8Array, data: string) =>
  createHmac('sha256', key).update(data).digest()

/** Percent-encoding as AWS does it, which is stricter than encodeURIComponent. */
export const encode = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )

export function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw new S3Error(400, 'InvalidURI', 'The URI is not valid percent-encoded UTF-8.')
  }
}

export function signingKey(secret: string, day: string, region: string): Buffer {
  return hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), 's3'), 'aws4_request')
}

/** Equal length is no secret; everything after it is compared in constant time. */
export function sameSignature(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Name and value of each parameter, decoded, in the order sent. */
export function queryPairs(query: string): [name: string, value: string][] {
  return query
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const [name = '', ...rest] = pair.replaceAll('+', ' ').split('=')
      return [decode(name), decode(rest.join('='))]
    })
}

/** Throws an S3Error unless the request was signed, in time, by the holder of the secret. */
export function verifySignature(
  request: SignedRequest,
  credentials: Credentials,
  now: number = Date.now(),
): BodySeal {
  const query = queryPairs(request.query)
  const authorization = request.headers.get('authorization')
  const presigned = query.some(([name]) => name.startsWith('X-Amz-S'))
  if (authorization && presigned) {
    throw new S3Error(400, 'InvalidArgument', 'Only one authentication mechanism is allowed.')
  }
  if (
    request.headers.has('x-amz-security-token') ||
    query.some(([name]) => name === 'X-Amz-Security-Token')
  ) {
    throw new S3Error(400, 'InvalidToken', 'There are no session tokens here: use the plain keys.')
  }
  if (presigned) return verifyPresigned(request, query, credentials, now)
  if (authorization) return verifyHeader(request, query, authorization, credentials, now)
  throw new S3Error(403, 'AccessDenied', 'Anonymous requests are not accepted: sign the request.')
}

function verifyHeader(
  request: SignedRequest,
  query: [string, string][],
  authorization: string,
  credentials: Credentials,
  now: number,
): BodySeal {
  const match = authorization.match(
    /^AWS4-HMAC-SHA256 +Credential=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([0-9a-f]{64})$/,
  )
  if (!match) {
    throw new S3Error(
      400,
      'AuthorizationHeaderMalformed',
      `The authorization header is not ${algorithm} with Credential, SignedHeaders and Signature.`,
    )
  }
  const [, credential = '', signedHeaders = '', signature = ''] = match
  const payload = request.headers.get('x-amz-content-sha256')
  if (!payload) {
    throw new S3Error(400, 'MissingSecurityHeader', 'The x-amz-content-sha256 header is missing.')
  }
  const timestamp = request.headers.get('x-amz-date') ?? ''
  const time = parseTimestamp(timestamp)
  const scope = verifyScope(credential, timestamp, credentials, 'AuthorizationHeaderMalformed')
  if (Math.abs(now - time) > maxSkewMs) {
    throw new S3Error(
      403,
      'RequestTimeTooSkewed',
      'The difference between the request time and the current time is larger than 15 minutes.',
      { RequestTime: timestamp, ServerTime: new Date(now).toISOString() },
    )
  }
  const key = signingKey(credentials.secretAccessKey, timestamp.slice(0, 8), credentials.region)
  verifyCanonical({ request, query, signedHeaders, signature, payload, timestamp, scope, key })
  return bodySeal(payload)
}

function verifyPresigned(
  request: SignedRequest,
  query: [string, string][],
  credentials: Credentials,
  now: number,
): BodySeal {
  const parameter = (name: string) => {
    const values = query.filter(([given]) => given === name).map(([, value]) => value)
    if (values.length === 1 && values[0]) return values[0]
    throw badQuery(`${name} must be given exactly once.`)
  }
  if (parameter('X-Amz-Algorithm') !== algorithm) {
    throw badQuery(`X-Amz-Algorithm only supports ${algorithm}.`)
  }
  const signature = parameter('X-Amz-Signature')
  const signedHeaders = parameter('X-Amz-SignedHeaders')
  const timestamp = parameter('X-Amz-Date')
  const expires = parameter('X-Amz-Expires')
  if (!/^\d{1,6}$/.test(expires) || Number(expires) < 1 || Number(expires) > maxExpirySeconds) {
    throw badQuery(`X-Amz-Expires must be between 1 and ${maxExpirySeconds} seconds.`)
  }
  const time = parseTimestamp(timestamp)
  const scope = verifyScope(
    parameter('X-Amz-Credential'),
    timestamp,
    credentials,
    'AuthorizationQueryParametersError',
  )
  if (time - now > maxSkewMs) {
    throw new S3Error(403, 'AccessDenied', 'The request is not valid yet.')
  }
  if (now > time + Number(expires) * 1000) {
    throw new S3Error(403, 'AccessDenied', 'Request has expired', {
      Expires: new Date(time + Number(expires) * 1000).toISOString(),
      ServerTime: new Date(now).toISOString(),
    })
  }
  const sealsBody = signedHeaders.split(';').includes('x-amz-content-sha256')
  const payload = (sealsBody && request.headers.get('x-amz-content-sha256')) || 'UNSIGNED-PAYLOAD'
  const key = signingKey(credentials.secretAccessKey, timestamp.slice(0, 8), credentials.region)
  verifyCanonical({
    request,
    query: query.filter(([name]) => name !== 'X-Amz-Signature'),
    signedHeaders,
    signature,
    payload,
    timestamp,
    scope,
    key,
  })
  return bodySeal(payload)
}

/** Checks `key/day/region/s3/aws4_request` and returns all but the key. */
function verifyScope(
  credential: string,
  timestamp: string,
  credentials: Credentials,
  code: string,
): string {
  // The key id comes first and may itself hold a slash.
  const parts = credential.split('/')
  const [day, region, service, terminator] = parts.slice(-4)
  const accessKeyId = parts.slice(0, -4).join('/')
  if (service !== 's3' || terminator !== 'aws4_request' || day !== timestamp.slice(0, 8)) {
    throw new S3Error(
      400,
      code,
      'The credential must be <key>/<day of the request>/<region>/s3/aws4_request.',
    )
  }
  if (!sameSignature(credentials.accessKeyId, accessKeyId)) {
    throw new S3Error(
      403,
      'InvalidAccessKeyId',
      'The access key id you provided does not exist in our records.',
      { AWSAccessKeyId: accessKeyId },
    )
  }
  if (region !== credentials.region) {
    throw new S3Error(
      400,
      code,
      `The region '${region}' is wrong; expecting '${credentials.region}'.`,
      { Region: credentials.region },
    )
  }
  return `${day}/${region}/${service}/${terminator}`
}

interface Canonical {
  request: SignedRequest
  query: [string, string][]
  signedHeaders: string
  signature: string
  payload: string
  timestamp: string
  scope: string
  key: Buffer
}

function verifyCanonical(canonical: Canonical): void {
  const { request, signature, signedHeaders, timestamp, scope, key } = canonical
  const names = signedHeaders.split(';')
  if (!names.includes('host')) {
    throw new S3Error(403, 'AccessDenied', 'The host header must be signed.')
  }
  const unsigned = [...request.headers.keys()].filter(
    (name) => name.startsWith('x-amz-') && !names.includes(name),
  )
  if (unsigned.length > 0) {
    throw new S3Error(403, 'AccessDenied', 'There were headers present which were not signed.', {
      HeadersNotSigned: unsigned.join(', '),
    })
  }
  const canonicalRequest = [
    request.method,
    request.path.split('/').map(decode).map(encode).join('/'),
    canonicalQuery(canonical.query),
    ...names.map((name) => `${name}:${headerValue(request.headers, name)}`),
    '',
    signedHeaders,
    canonical.payload,
  ].join('\n')
  const stringToSign = [algorithm, timestamp, scope, sha256(canonicalRequest)].join('\n')
  if (!sameSignature(hmac(key, stringToSign).toString('hex'), signature)) {
    throw new S3Error(
      403,
      'SignatureDoesNotMatch',
      'The request signature we calculated does not match the signature you provided. ' +
        'Check your key and signing method.',
      { StringToSign: stringToSign, CanonicalRequest: canonicalRequest },
    )
  }
}

function canonicalQuery(query: [string, string][]): string {
  return query
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted((a, b) =>
      a.split('=', 1)[0] === b.split('=', 1)[0]
        ? order(a, b)
        : order(a.split('=', 1)[0], b.split('=', 1)[0]),
    )
    .join('&')
}

const order = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0)

const headerValue = (headers: Headers, name: string) =>
  (headers.get(name) ?? '').trim().replace(/ +/g, ' ')

function parseTimestamp(timestamp: string): number {
  const match = timestamp.match(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/)
  const time = match
    ? Date.parse(`${match[1]}-${match[2]}-${match[3]}T${match.slice(4).join(':')}Z`)
    : NaN
  if (Number.isNaN(time)) {
    throw new S3Error(403, 'AccessDenied', 'X-Amz-Date must be a valid time: YYYYMMDDTHHMMSSZ.')
  }
  return time
}

function bodySeal(payload: string): BodySeal {
  if (payload === 'UNSIGNED-PAYLOAD') return { kind: 'unsigned' }
  if (/^[0-9a-f]{64}$/.test(payload)) return { kind: 'sha256', hex: payload }
  throw new S3Error(
    501,
    'NotImplemented',
    `Local storage does not verify x-amz-content-sha256: ${payload}.`,
  )
}

const badQuery = (message: string) => new S3Error(400, 'AuthorizationQueryParametersError', message)
