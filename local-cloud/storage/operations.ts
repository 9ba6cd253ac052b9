import { S3Error } from './s3-error.ts'
import { objectHeaders, requireBucket, type S3Request } from './s3-request.ts'

export function createBucket({ bucket, store }: S3Request): Response {
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) || bucket.includes('..')) {
    throw new S3Error(400, 'InvalidBucketName', 'The specified bucket is not valid.')
  }
  store.createBucket(bucket)
  return new Response(null, { headers: { location: `/${bucket}` } })
}

export function headBucket({ bucket, store }: S3Request): Response {
  requireBucket(store, bucket)
  return new Response(null)
}

export function getObject({ method, bucket, key, store }: S3Request): Response {
  requireBucket(store, bucket)
  const object = store.find(bucket, key)
  const file = store.file(bucket, key)
  if (!object || !file) throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.')
  const headers = new Headers(object.headers)
  headers.set('etag', object.etag)
  headers.set('last-modified', new Date(object.modifiedAt).toUTCString())
  headers.set('content-length', String(object.size))
  return new Response(method === 'HEAD' || object.size === 0 ? null : file, { headers })
}

export async function putObject(request: S3Request): Promise<Response> {
  const { bucket, key, headers, store } = request
  requireBucket(store, bucket)
  const kept = objectHeaders(headers)
  const blob = await store.writeBlob(request.body())
  const { etag } = store.put({ bucket, key, etag: `"${blob.md5}"`, headers: kept }, blob)
  return new Response(null, { headers: { etag } })
}

/** Deleting what is not there succeeds, as it does on S3. */
export function deleteObject({ bucket, key, store }: S3Request): Response {
  requireBucket(store, bucket)
  store.delete(bucket, key)
  return new Response(null, { status: 204 })
}
