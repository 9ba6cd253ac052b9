import { createReadStream } from 'node:fs'
import { checkWriteConditions, isNotModified, requestedRange, requireObject } from './conditions.ts'
import type { Blob, StoredObject } from './object-store.ts'
import { elements, S3Error, xmlResponse } from './s3-error.ts'
import { objectHeaders, requireBucket, type S3Request } from './s3-request.ts'
import { decode } from './signature.ts'

export function getObject({ method, headers, bucket, key, query, store }: S3Request): Response {
  requireBucket(store, bucket)
  const object = requireObject(store.find(bucket, key))
  const answer = new Headers(object.headers)
  answer.set('etag', object.etag)
  answer.set('last-modified', new Date(object.modifiedAt).toUTCString())
  answer.set('accept-ranges', 'bytes')
  if (isNotModified(headers, object)) return new Response(null, { status: 304, headers: answer })

  for (const [name, value] of query) {
    if (name.startsWith('response-')) answer.set(name.slice('response-'.length), asHeader(value))
  }
  const range = requestedRange(headers, object)
  const { start, end } = range ?? { start: 0, end: object.size }
  if (range) answer.set('content-range', `bytes ${start}-${end - 1}/${object.size}`)
  answer.set('content-length', String(end - start))
  const file = store.file(bucket, key)
  const body = method === 'HEAD' || !file || end === start ? null : file.slice(start, end)
  return new Response(body, { status: range ? 206 : 200, headers: answer })
}

function asHeader(value: string): string {
  if (/^[\t\x20-\x7e\xa0-\xff]*$/.test(value)) return value
  throw new S3Error(
    400,
    'InvalidArgument',
    "Header value cannot be represented using ISO-8859-1: encode it, as in filename*=UTF-8''name.",
  )
}

export async function putObject(request: S3Request): Promise<Response> {
  const { bucket, key, headers, store } = request
  requireBucket(store, bucket)
  checkWriteConditions(headers, store.find(bucket, key))
  const kept = objectHeaders(headers)
  const blob = await store.writeBlob(request.body())
  const { etag } = commitObject(request, { blob, etag: `"${blob.md5}"`, kept })
  return new Response(null, { headers: { etag } })
}

/** Conditions are looked at again after the upload: somebody may have been faster. */
export function commitObject(
  { bucket, key, headers, store }: S3Request,
  { blob, etag, kept }: { blob: Blob; etag: string; kept: Record<string, string> },
): StoredObject {
  try {
    requireBucket(store, bucket)
    checkWriteConditions(headers, store.find(bucket, key))
    return store.put({ bucket, key, etag, headers: kept }, blob)
  } catch (error) {
    store.removeBlob(blob.id)
    throw error
  }
}

export async function copyObject(request: S3Request): Promise<Response> {
  const { bucket, key, headers, store } = request
  const source = copySource(headers.get('x-amz-copy-source') ?? '')
  requireBucket(store, source.bucket)
  requireBucket(store, bucket)
  const original = requireObject(store.find(source.bucket, source.key))
  const replace = headers.get('x-amz-metadata-directive')?.toUpperCase() === 'REPLACE'
  if (!replace && source.bucket === bucket && source.key === key) {
    throw new S3Error(
      400,
      'InvalidRequest',
      'Copying an object to itself without changing its metadata is not allowed.',
    )
  }
  const file = store.file(source.bucket, source.key)?.name
  if (!file) throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.')
  const blob = await store.writeBlob(createReadStream(file))
  const { etag, modifiedAt } = commitObject(request, {
    blob,
    etag: `"${blob.md5}"`,
    kept: replace ? objectHeaders(headers) : original.headers,
  })
  const fields = { LastModified: new Date(modifiedAt).toISOString(), ETag: etag }
  return xmlResponse(`<CopyObjectResult>${elements(fields)}</CopyObjectResult>`)
}

function copySource(header: string): { bucket: string; key: string } {
  const [bucket = '', ...rest] = decode(header.replace(/^\//, '')).split('/')
  if (bucket && rest.join('/')) return { bucket, key: rest.join('/') }
  throw new S3Error(400, 'InvalidArgument', 'x-amz-copy-source must be /bucket/key.')
}

/** Deleting what is not there succeeds, as it does on S3. */
export function deleteObject({ bucket, key, headers, store }: S3Request): Response {
  requireBucket(store, bucket)
  checkWriteConditions(headers, store.find(bucket, key))
  store.delete(bucket, key)
  return new Response(null, { status: 204 })
}
