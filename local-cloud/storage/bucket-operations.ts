import { elements, elementTexts, S3Error, xmlResponse } from './s3-error.ts'
import { readDocument, requireBucket, type S3Request } from './s3-request.ts'
import { encode } from './signature.ts'

export function listBuckets({ store }: S3Request): Response {
  const buckets = store
    .buckets()
    .map(({ name, createdAt }) => ({ Name: name, CreationDate: new Date(createdAt).toISOString() }))
    .map((bucket) => `<Bucket>${elements(bucket)}</Bucket>`)
  return xmlResponse(
    `<ListAllMyBucketsResult><Buckets>${buckets.join('')}</Buckets></ListAllMyBucketsResult>`,
  )
}

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

export function deleteBucket({ bucket, store }: S3Request): Response {
  requireBucket(store, bucket)
  if (store.deleteBucket(bucket)) return new Response(null, { status: 204 })
  throw new S3Error(409, 'BucketNotEmpty', 'The bucket you tried to delete is not empty.')
}

export async function deleteObjects(request: S3Request): Promise<Response> {
  const { bucket, store } = request
  requireBucket(store, bucket)
  const xml = await readDocument(request)
  const keys = elementTexts(xml, 'Key')
  if (keys.length === 0 || keys.length > 1000) {
    throw new S3Error(400, 'MalformedXML', 'The document must name between 1 and 1,000 keys.')
  }
  for (const key of keys) store.delete(bucket, key)
  const quiet = elementTexts(xml, 'Quiet')[0] === 'true'
  const deleted = quiet ? [] : keys.map((key) => `<Deleted>${elements({ Key: key })}</Deleted>`)
  return xmlResponse(`<DeleteResult>${deleted.join('')}</DeleteResult>`)
}

/** Sorts after every key that begins with the text before it. */
const last = '\u{10FFFF}'

/** ListObjectsV2: https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export function listObjects({ bucket, query, store }: S3Request): Response {
  requireBucket(store, bucket)
  const prefix = query.get('prefix') ?? ''
  const delimiter = query.get('delimiter') ?? ''
  const asked = query.get('max-keys') ?? '1000'
  if (!/^\d{1,9}$/.test(asked)) {
    throw new S3Error(400, 'InvalidArgument', 'max-keys must be a number from 0 on.')
  }
  const maxKeys = Math.min(Number(asked), 1000)
  const token = query.get('continuation-token')
  const urlEncoded = query.get('encoding-type') === 'url'
  const name = (key: string) => (urlEncoded ? encode(key).replaceAll('%2F', '/') : key)

  let cursor = token === undefined ? (query.get('start-after') ?? '') : readToken(token)
  const entries: string[] = []
  let truncated = false
  let more = maxKeys > 0
  while (more) {
    const batch = store.list(bucket, { prefix, after: cursor, limit: maxKeys + 1 })
    let skipping = ''
    for (const object of batch) {
      if (skipping && object.key.startsWith(skipping)) continue
      if (entries.length === maxKeys) {
        truncated = true
        break
      }
      const end = delimiter ? object.key.indexOf(delimiter, prefix.length) : -1
      skipping = end < 0 ? '' : object.key.slice(0, end + delimiter.length)
      cursor = skipping ? skipping + last : object.key
      entries.push(skipping ? commonPrefix(name(skipping)) : contents(object, name(object.key)))
    }
    more = !truncated && batch.length > maxKeys
  }
  const fields = {
    Name: bucket,
    Prefix: name(prefix),
    ...(delimiter && { Delimiter: name(delimiter) }),
    ...(urlEncoded && { EncodingType: 'url' }),
    ...(token !== undefined && { ContinuationToken: token }),
    ...(truncated && { NextContinuationToken: Buffer.from(cursor).toString('base64url') }),
    KeyCount: entries.length,
    MaxKeys: maxKeys,
    IsTruncated: truncated,
  }
  return xmlResponse(
    `<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${elements(fields)}${entries.join('')}</ListBucketResult>`,
  )
}

const commonPrefix = (prefix: string) =>
  `<CommonPrefixes>${elements({ Prefix: prefix })}</CommonPrefixes>`

function contents(object: { modifiedAt: number; etag: string; size: number }, key: string): string {
  const fields = {
    Key: key,
    LastModified: new Date(object.modifiedAt).toISOString(),
    ETag: object.etag,
    Size: object.size,
    StorageClass: 'STANDARD',
  }
  return `<Contents>${elements(fields)}</Contents>`
}

function readToken(token: string): string {
  const cursor = Buffer.from(token, 'base64url')
  if (token && cursor.toString('base64url') === token) return cursor.toString()
  throw new S3Error(400, 'InvalidArgument', 'The continuation token provided is incorrect')
}
