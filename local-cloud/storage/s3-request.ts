import type { ObjectStore } from './object-store.ts'
import { receivedBody } from './received-body.ts'
import { S3Error } from './s3-error.ts'
import { decode, type BodySeal } from './signature.ts'

/** A request whose signature has been verified. */
export interface S3Request {
  method: string
  headers: Headers
  bucket: string
  /** Empty when the request is about the bucket. */
  key: string
  query: Map<string, string>
  store: ObjectStore
  /** Verified when the last byte has been read, and bounded. */
  body(): AsyncIterable<Uint8Array>
}

export function s3Request(
  request: Request,
  { path, pairs }: { path: string; pairs: [string, string][] },
  seal: BodySeal,
  store: ObjectStore,
  maxBodyBytes: number,
): S3Request {
  const [bucket = '', ...rest] = path.slice(1).split('/')
  const key = decode(rest.join('/'))
  requireValidKey(key)
  return {
    method: request.method,
    headers: request.headers,
    bucket: decode(bucket),
    key,
    query: new Map(pairs),
    store,
    body: () => receivedBody(request, seal, maxBodyBytes),
  }
}

function requireValidKey(key: string): void {
  if (Buffer.byteLength(key) > 1024) {
    throw new S3Error(400, 'KeyTooLongError', 'Your key is too long: at most 1,024 bytes.')
  }
  if (key.includes('\0')) {
    throw new S3Error(400, 'InvalidArgument', 'Object key must not contain a NUL character.')
  }
}

export function requireBucket(store: ObjectStore, bucket: string): void {
  if (store.hasBucket(bucket)) return
  throw new S3Error(404, 'NoSuchBucket', 'The specified bucket does not exist', {
    BucketName: bucket,
  })
}

const keptHeaders = new Set([
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-type',
  'expires',
])

/** The headers of an upload that belong to the object. */
export function objectHeaders(headers: Headers): Record<string, string> {
  const kept: Record<string, string> = { 'content-type': 'binary/octet-stream' }
  let metadataBytes = 0
  for (const [name, value] of headers) {
    if (keptHeaders.has(name)) kept[name] = value
    if (name.startsWith('x-amz-meta-')) {
      metadataBytes += name.length - 'x-amz-meta-'.length + value.length
      kept[name] = value
    }
  }
  if (metadataBytes > 2048) {
    throw new S3Error(
      400,
      'MetadataTooLarge',
      'Your metadata headers exceed the maximum allowed metadata size of 2 KB.',
    )
  }
  return kept
}
