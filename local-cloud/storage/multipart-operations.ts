import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { checkWriteConditions } from './conditions.ts'
import { commitObject } from './object-operations.ts'
import type { ObjectStore } from './object-store.ts'
import { elements, elementTexts, S3Error, xmlResponse } from './s3-error.ts'
import { objectHeaders, readDocument, requireBucket, type S3Request } from './s3-request.ts'

/** S3's own limits: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html */
const minPartBytes = 5 * 1024 * 1024
const maxPartNumber = 10_000

interface Upload {
  id: string
  headers: string
}

interface Part {
  number: number
  blob: string
  size: number
  md5: string
}

export function createUpload({ bucket, key, headers, store }: S3Request): Response {
  requireBucket(store, bucket)
  const id = crypto.randomUUID()
  store.database.run('insert into uploads values (?, ?, ?, ?, ?)', [
    id,
    bucket,
    key,
    Date.now(),
    JSON.stringify(objectHeaders(headers)),
  ])
  const fields = { Bucket: bucket, Key: key, UploadId: id }
  return xmlResponse(
    `<InitiateMultipartUploadResult>${elements(fields)}</InitiateMultipartUploadResult>`,
  )
}

export async function uploadPart(request: S3Request): Promise<Response> {
  const { query, store } = request
  const upload = requireUpload(request)
  const number = Number(query.get('partNumber'))
  if (!Number.isInteger(number) || number < 1 || number > maxPartNumber) {
    throw new S3Error(
      400,
      'InvalidArgument',
      `Part number must be an integer between 1 and ${maxPartNumber}, inclusive`,
    )
  }
  const blob = await store.writeBlob(request.body())
  try {
    requireUpload(request)
  } catch (error) {
    store.removeBlob(blob.id)
    throw error
  }
  const replaced = partsOf(store, upload.id).find((part) => part.number === number)
  store.database.run('insert or replace into parts values (?, ?, ?, ?, ?)', [
    upload.id,
    number,
    blob.id,
    blob.size,
    blob.md5,
  ])
  if (replaced) store.removeBlob(replaced.blob)
  return new Response(null, { headers: { etag: `"${blob.md5}"` } })
}

export async function completeUpload(request: S3Request): Promise<Response> {
  const { bucket, key, headers, store } = request
  const upload = requireUpload(request)
  checkWriteConditions(headers, store.find(bucket, key))
  const parts = listedParts(await readDocument(request), partsOf(store, upload.id))
  const blob = await store.writeBlob(concatenated(parts.map((part) => store.blobPath(part.blob))))
  const etag = `"${multipartTag(parts)}"`
  commitObject(request, { blob, etag, kept: JSON.parse(upload.headers) })
  removeUpload(store, upload.id)
  const fields = { Bucket: bucket, Key: key, ETag: etag }
  return xmlResponse(
    `<CompleteMultipartUploadResult>${elements(fields)}</CompleteMultipartUploadResult>`,
  )
}

export function abortUpload(request: S3Request): Response {
  removeUpload(request.store, requireUpload(request).id)
  return new Response(null, { status: 204 })
}

function requireUpload({ bucket, key, query, store }: S3Request): Upload {
  requireBucket(store, bucket)
  const upload = store.database
    .query<Upload, [string, string, string]>(
      'select id, headers from uploads where id = ? and bucket = ? and key = ?',
    )
    .get(query.get('uploadId') ?? '', bucket, key)
  if (upload) return upload
  throw new S3Error(
    404,
    'NoSuchUpload',
    'The specified multipart upload does not exist. It may have been aborted or completed.',
  )
}

function partsOf(store: ObjectStore, upload: string): Part[] {
  return store.database
    .query<Part, [string]>('select number, blob, size, md5 from parts where upload = ?')
    .all(upload)
}

/** The parts that the client lists, which need not be all that it sent. */
function listedParts(xml: string, stored: Part[]): Part[] {
  const listed = elementTexts(xml, 'Part').map((part) => ({
    number: Number(elementTexts(part, 'PartNumber')[0]),
    md5: elementTexts(part, 'ETag')[0]?.replaceAll('"', ''),
  }))
  if (listed.length === 0) {
    throw new S3Error(400, 'MalformedXML', 'The document must list the parts of the upload.')
  }
  if (listed.some(({ number }, index) => number <= (listed[index - 1]?.number ?? 0))) {
    throw new S3Error(400, 'InvalidPartOrder', 'The list of parts was not in ascending order.')
  }
  const parts = listed.map(({ number, md5 }) => {
    const part = stored.find((candidate) => candidate.number === number)
    if (part && part.md5 === md5) return part
    throw new S3Error(
      400,
      'InvalidPart',
      "One or more of the specified parts could not be found, or its entity tag did not match the part's.",
      { PartNumber: String(number) },
    )
  })
  const tooSmall = parts.slice(0, -1).find(({ size }) => size < minPartBytes)
  if (!tooSmall) return parts
  throw new S3Error(
    400,
    'EntityTooSmall',
    'Your proposed upload is smaller than the minimum allowed object size.',
    {
      ProposedSize: String(tooSmall.size),
      MinSizeAllowed: String(minPartBytes),
      PartNumber: String(tooSmall.number),
    },
  )
}

async function* concatenated(paths: string[]): AsyncGenerator<Uint8Array> {
  for (const path of paths) yield* createReadStream(path)
}

/** The tag that S3 gives to what was put together: the hash of the parts' hashes, and their number. */
function multipartTag(parts: Part[]): string {
  const hash = createHash('md5')
  for (const { md5 } of parts) hash.update(Buffer.from(md5, 'hex'))
  return `${hash.digest('hex')}-${parts.length}`
}

function removeUpload(store: ObjectStore, id: string): void {
  const parts = partsOf(store, id)
  store.database.run('delete from uploads where id = ?', [id])
  for (const { blob } of parts) store.removeBlob(blob)
}
