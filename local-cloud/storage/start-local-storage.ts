import { mkdirSync } from 'node:fs'
import {
  createBucket,
  deleteBucket,
  deleteObjects,
  headBucket,
  listBuckets,
  listObjects,
} from './bucket-operations.ts'
import { withCors, type AllowedOrigins } from './cors.ts'
import { postObject } from './form-upload.ts'
import { abortUpload, completeUpload, createUpload, uploadPart } from './multipart-operations.ts'
import { copyObject, deleteObject, getObject, putObject } from './object-operations.ts'
import { ObjectStore, type StoredBucket, type StoredObject } from './object-store.ts'
import { errorResponse, S3Error } from './s3-error.ts'
import { s3Request, type S3Request } from './s3-request.ts'
import { queryPairs, verifySignature, type Credentials } from './signature.ts'

export interface LocalStorageOptions extends Credentials {
  /** 0 takes a free one. */
  port: number
  dataDir: string
  /** Browsers' pages that may upload and download; all unless given, since every request is signed. */
  allowedOrigins?: AllowedOrigins
  /** Made at the start, so that the app finds its bucket as it would on a real service. */
  buckets?: string[]
  /** The largest body of one request. */
  maxBodyBytes?: number
}

export interface LocalStorage {
  name: 'Storage'
  url: string
  port: number
  stop(): Promise<void>
  buckets(): StoredBucket[]
  /** In the order of their keys, strictly after the key `after`. */
  objects(query: {
    bucket: string
    prefix?: string
    after?: string
    limit?: number
  }): StoredObject[]
  /** The last uploads first, over all buckets. */
  newestObjects(limit: number): StoredObject[]
  read(bucket: string, key: string): { object: StoredObject; file: Bun.BunFile } | undefined
}

/**
 * An S3 service that keeps its objects on disk and trusts nobody: every request
 * is verified as S3 would, so that what works here works there.
 */
export async function startLocalStorage(options: LocalStorageOptions): Promise<LocalStorage> {
  const { dataDir, allowedOrigins = '*', maxBodyBytes = 64 * 1024 * 1024 } = options
  mkdirSync(dataDir, { recursive: true })
  const store = new ObjectStore(dataDir)
  const server = listen(options, async (request) => {
    const answer = await answerRequest(request, store, options, maxBodyBytes)
    await drain(request, maxBodyBytes)
    return withCors(request, answer, allowedOrigins)
  })
  store.sweep()
  for (const bucket of options.buckets ?? ['loam']) store.createBucket(bucket)

  return {
    name: 'Storage',
    url: `http://127.0.0.1:${server.port}`,
    port: server.port ?? options.port,
    async stop() {
      await server.stop(true)
      store.close()
    },
    buckets: () => store.buckets(),
    objects: ({ bucket, ...range }) => store.list(bucket, range),
    newestObjects: (limit) => store.newest(limit),
    read(bucket, key) {
      const object = store.find(bucket, key)
      const file = store.file(bucket, key)
      return object && file && { object, file }
    },
  }
}

function listen(
  { port }: LocalStorageOptions,
  fetch: (request: Request) => Promise<Response>,
): Bun.Server<undefined> {
  return Bun.serve({
    port,
    hostname: '127.0.0.1',
    // Bodies are bounded one by one, with an answer in S3's own words.
    maxRequestBodySize: Number.MAX_SAFE_INTEGER,
    idleTimeout: 120,
    fetch,
  })
}

async function answerRequest(
  request: Request,
  store: ObjectStore,
  credentials: Credentials,
  maxBodyBytes: number,
): Promise<Response> {
  const { path, query } = target(request.url)
  try {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204 })
    const pairs = queryPairs(query)
    if (isFormUpload(request)) {
      // The policy in the form is what is signed, and bounds the file; the rest is small.
      const form = s3Request(
        request,
        { path, pairs },
        { kind: 'unsigned' },
        store,
        maxBodyBytes + 128 * 1024,
      )
      return await postObject(form, credentials, maxBodyBytes)
    }
    const seal = verifySignature(
      { method: request.method, path, query, headers: request.headers },
      credentials,
    )
    const verified = s3Request(request, { path, pairs }, seal, store, maxBodyBytes)
    return await operation(verified)(verified)
  } catch (error) {
    if (request.signal.aborted) return new Response(null, { status: 499 })
    const answer = error instanceof S3Error ? error : internalError(error)
    if (request.method === 'HEAD') return new Response(null, { status: answer.status })
    return errorResponse(answer, path)
  }
}

type Operation = (request: S3Request) => Response | Promise<Response>

function operation(request: S3Request): Operation {
  refuseUnknown(request)
  const { method, bucket, key, query, headers } = request
  if (!bucket) return method === 'GET' ? listBuckets : notAllowed
  if (!key) {
    if (method === 'GET' && query.get('list-type') === '2') return listObjects
    if (method === 'POST' && query.has('delete')) return deleteObjects
    if (method === 'PUT') return createBucket
    if (method === 'HEAD') return headBucket
    if (method === 'DELETE') return deleteBucket
    return notImplemented
  }
  const ofUpload = query.has('uploadId')
  if (method === 'GET' || method === 'HEAD') return ofUpload ? notImplemented : getObject
  if (method === 'PUT') {
    if (headers.has('x-amz-copy-source')) return ofUpload ? notImplemented : copyObject
    return ofUpload ? uploadPart : putObject
  }
  if (method === 'POST' && query.has('uploads')) return createUpload
  if (method === 'POST' && ofUpload) return completeUpload
  if (method === 'DELETE') return ofUpload ? abortUpload : deleteObject
  return notAllowed
}

const knownParameter =
  /^(X-Amz-.+|x-id|response-(cache-control|content-(disposition|encoding|language|type)|expires)|list-type|prefix|delimiter|max-keys|continuation-token|start-after|encoding-type|fetch-owner|uploads|uploadId|partNumber|delete)$/

const unknownHeader =
  /^x-amz-(copy-source-if-|copy-source-range$|object-lock-|server-side-encryption-customer-|tagging|website-)/

/** What would be ignored would do something else than what was asked. */
function refuseUnknown({ query, headers }: S3Request): void {
  const unknown =
    [...query.keys()].find((name) => !knownParameter.test(name)) ??
    [...headers.keys()].find((name) => unknownHeader.test(name))
  if (unknown === undefined) return
  throw new S3Error(501, 'NotImplemented', `Local storage does not implement ${unknown}.`)
}

function notImplemented({ method }: S3Request): never {
  throw new S3Error(
    501,
    'NotImplemented',
    `Local storage does not implement this ${method} request.`,
  )
}

function notAllowed({ method }: S3Request): never {
  throw new S3Error(
    405,
    'MethodNotAllowed',
    `The method ${method} is not allowed against this resource.`,
  )
}

function internalError(error: unknown): S3Error {
  console.error('Local storage failed.', error)
  return new S3Error(500, 'InternalError', 'We encountered an internal error. Please try again.')
}

const isFormUpload = (request: Request) =>
  request.method === 'POST' &&
  (request.headers.get('content-type') ?? '').startsWith('multipart/form-data')

/** Path and query as they came: URL would decode and normalise what was signed. */
function target(url: string): { path: string; query: string } {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  const mark = url.indexOf('?', start)
  if (mark < 0) return { path: url.slice(start), query: '' }
  return { path: url.slice(start, mark), query: url.slice(mark + 1) }
}

/** A browser that is still sending only hears a refusal when its body is read to the end. */
async function drain(request: Request, maxBytes: number): Promise<void> {
  if (!request.body || request.bodyUsed || request.body.locked) return
  let drained = 0
  for await (const piece of request.body) {
    drained += piece.length
    if (drained > maxBytes) return
  }
}
