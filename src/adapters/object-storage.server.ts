import { createHash } from 'node:crypto'
import { outsideTransaction } from '#/db/open-transaction.server.ts'
import { env } from '#/env.server.ts'
import { Unavailable } from '#/unavailable.ts'
import { presignedUrl, type Presigned } from './presigned-url.server.ts'
import { type Expected, verifiedBody } from './verified-body.server.ts'

const credentials = {
  accessKeyId: env.S3_ACCESS_KEY_ID,
  secretAccessKey: env.S3_SECRET_ACCESS_KEY,
  region: env.S3_REGION,
}
/** A whole exchange with the storage: ten megabytes take a second in a data centre. */
const deadlineMs = 10_000

/** Path-style, so that every S3 service and a bare address with a port work alike. */
function addressOf(endpoint: string, key?: string): URL {
  const base = endpoint.replace(/\/$/, '')
  return new URL(key ? `${base}/${env.S3_BUCKET}/${key}` : `${base}/${env.S3_BUCKET}`)
}

export type UploadPermit = { url: string; headers: Record<string, string>; expiresAt: Date }

/**
 * Lets a browser put exactly one size and type of bytes at one key, until it expires. The browser
 * sets content-length by itself; `headers` is what it has to be told. Keys are made of [a-z0-9/-].
 */
export async function permitUpload(
  key: string,
  file: { contentType: string; sizeBytes: number },
  expiresInSeconds: number,
): Promise<UploadPermit> {
  outsideTransaction('permitting an upload')
  await bucketExists()
  const url = await presignedUrl(
    {
      method: 'PUT',
      url: addressOf(env.S3_PUBLIC_ENDPOINT ?? env.S3_ENDPOINT, key),
      headers: { 'content-length': String(file.sizeBytes), 'content-type': file.contentType },
      expiresInSeconds,
    },
    credentials,
  )
  return {
    url,
    headers: { 'content-type': file.contentType },
    expiresAt: new Date(Date.now() + expiresInSeconds * 1_000),
  }
}

/**
 * The bytes of an object of at most `limitBytes`; null when there is none. They are compared with
 * what is expected of them, and with the storage's own hash. Throws Unavailable for an answer that is
 * late, short or not of these bytes: it says nothing about the object.
 */
export async function readObject(
  key: string,
  limitBytes: number,
  expected: Expected = {},
): Promise<Uint8Array<ArrayBuffer> | null> {
  outsideTransaction('reading an object')
  const answer = await ask({ method: 'GET', key })
  if (!answer) return null
  // The size is looked at first: what the storage holds is not yet trusted.
  const size = Number(answer.headers.get('content-length'))
  if (size > limitBytes) {
    await answer.body?.cancel()
    throw new Error(`object ${key} has ${size} bytes, not ${limitBytes}`)
  }
  return new Response(verifiedBody(answer, expected)).bytes()
}

/**
 * As it comes from the storage, for a download; null when there is no such object. Compared like
 * the bytes of `readObject`: the stream fails before its last piece when they are not the right ones.
 */
export async function streamObject(
  key: string,
  expected: Expected = {},
): Promise<ReadableStream<Uint8Array> | null> {
  outsideTransaction('streaming an object')
  const abort = new AbortController()
  // A slow reader may take its time, the storage may not: each piece has the deadline again.
  const startDeadline = () => {
    const timer = setTimeout(() => abort.abort(new Error('the storage is silent')), deadlineMs)
    return () => clearTimeout(timer)
  }
  const onHeaders = startDeadline()
  const answer = await ask({ method: 'GET', key, signal: abort.signal }).finally(onHeaders)
  return answer && verifiedBody(answer, expected, startDeadline)
}

/** Content-MD5 lets the storage refuse what did not arrive as it was sent. */
export async function writeObject(
  key: string,
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
): Promise<void> {
  outsideTransaction('writing an object')
  const headers = {
    'content-length': String(bytes.length),
    'content-md5': createHash('md5').update(bytes).digest('base64'),
    'content-type': contentType,
  }
  await ask({ method: 'PUT', key, headers, body: bytes })
}

/** A missing object is as good as a deleted one. */
export async function deleteObject(key: string): Promise<void> {
  outsideTransaction('deleting an object')
  await ask({ method: 'DELETE', key })
}

type Question = {
  method: Presigned['method']
  key: string
  headers?: Record<string, string>
  body?: Uint8Array<ArrayBuffer>
  /** Instead of the deadline for the whole exchange. */
  signal?: AbortSignal
}

/** Null when there is no such object. Every other answer than yes says nothing: Unavailable. */
async function ask(question: Question): Promise<Response | null> {
  const { method, key, headers, body, signal = AbortSignal.timeout(deadlineMs) } = question
  const url = await presignedUrl(
    { method, url: addressOf(env.S3_ENDPOINT, key), headers, expiresInSeconds: 60 },
    credentials,
  )
  try {
    // An encoding that is added on the way would hide the length of the object.
    const sent = { ...headers, 'accept-encoding': 'identity' }
    const answer = await fetch(url, { method, headers: sent, body, signal })
    if (answer.ok) return answer
    const reason = await answer.text()
    if (answer.status === 404 && reason.includes('<Code>NoSuchKey</Code>')) return null
    throw new Error(`${method} ${key}: ${answer.status} ${reason.slice(0, 300)}`)
  } catch (cause) {
    throw new Unavailable('storage', { cause })
  }
}

let bucketChecked: Promise<void> | undefined

/** In production the bucket is made by whoever owns it; elsewhere it is made on first use. */
function bucketExists(): Promise<void> {
  if (env.NODE_ENV === 'production') return Promise.resolve()
  bucketChecked ??= makeBucketIfMissing().catch((error: unknown) => {
    bucketChecked = undefined
    throw error
  })
  return bucketChecked
}

async function makeBucketIfMissing() {
  const url = addressOf(env.S3_ENDPOINT)
  const askForBucket = async (method: Presigned['method']) => {
    const signed = await presignedUrl({ method, url, expiresInSeconds: 60 }, credentials)
    return fetch(signed, { method, signal: AbortSignal.timeout(deadlineMs) }).catch(
      (cause: unknown) => {
        throw new Unavailable('storage', { cause })
      },
    )
  }
  if ((await askForBucket('HEAD')).status !== 404) return
  const made = await askForBucket('PUT')
  if (!made.ok)
    throw new Error(`bucket ${env.S3_BUCKET} not made: ${made.status} ${await made.text()}`)
}
