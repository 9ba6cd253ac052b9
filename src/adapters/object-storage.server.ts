import { S3Client } from 'bun'
import { outsideTransaction } from '#/db/open-transaction.server.ts'
import { env } from '#/env.server.ts'
import { presignedUrl, type Presigned } from './presigned-url.server.ts'

const credentials = {
  accessKeyId: env.S3_ACCESS_KEY_ID,
  secretAccessKey: env.S3_SECRET_ACCESS_KEY,
  region: env.S3_REGION,
}
const client = new S3Client({ ...credentials, endpoint: env.S3_ENDPOINT, bucket: env.S3_BUCKET })

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
  const url = presignedUrl(
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

/** The bytes of an object of at most `limitBytes`; null when there is none. */
export async function readObject(
  key: string,
  limitBytes: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  outsideTransaction('reading an object')
  const object = client.file(key)
  try {
    // The size is asked first: what the storage holds is not yet trusted.
    const { size } = await object.stat()
    if (size > limitBytes) throw new Error(`object ${key} has ${size} bytes, not ${limitBytes}`)
    return await object.bytes()
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** As it comes from the storage, for a download; null when there is no such object. */
export async function streamObject(key: string): Promise<ReadableStream<Uint8Array> | null> {
  outsideTransaction('streaming an object')
  const object = client.file(key)
  return (await object.exists()) ? object.stream() : null
}

export async function writeObject(key: string, bytes: Uint8Array, contentType: string) {
  outsideTransaction('writing an object')
  await client.write(key, bytes, { type: contentType })
}

/** A missing object is as good as a deleted one. */
export async function deleteObject(key: string): Promise<void> {
  outsideTransaction('deleting an object')
  await client.delete(key).catch((error: unknown) => {
    if (!isMissing(error)) throw error
  })
}

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'NoSuchKey'

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
  const ask = (method: Presigned['method']) =>
    fetch(
      presignedUrl({ method, url: addressOf(env.S3_ENDPOINT), expiresInSeconds: 60 }, credentials),
      { method },
    )
  if ((await ask('HEAD')).status !== 404) return
  const made = await ask('PUT')
  if (!made.ok)
    throw new Error(`bucket ${env.S3_BUCKET} not made: ${made.status} ${await made.text()}`)
}
