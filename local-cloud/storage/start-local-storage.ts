import { mkdirSync } from 'node:fs'
import { withCors, type AllowedOrigins } from './cors.ts'
import { ObjectStore, type StoredBucket, type StoredObject } from './object-store.ts'
import { createBucket, deleteObject, getObject, headBucket, putObject } from './operations.ts'
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
 * The part of S3 that puts, gets and deletes whole objects, kept on disk. It trusts nobody: every
 * request is verified as S3 would, and one that asks for more is refused, so that what works here
 * works there.
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

const bucketOperations: Record<string, Operation> = { HEAD: headBucket, PUT: createBucket }
const objectOperations: Record<string, Operation> = {
  GET: getObject,
  HEAD: getObject,
  PUT: putObject,
  DELETE: deleteObject,
}

function operation(request: S3Request): Operation {
  refuseUnknown(request)
  const { method, bucket, key } = request
  const known = key ? objectOperations : bucket ? bucketOperations : {}
  const found = known[method]
  if (found) return found
  const where = key ? 'an object' : bucket ? 'a bucket' : 'the service'
  throw notImplemented(`${method} on ${where}`)
}

const knownParameter = /^(X-Amz-.+|x-id)$/

const unknownHeader =
  /^(if-.+|range$|x-amz-(copy-source|object-lock-|server-side-encryption-customer-|tagging|website-))/

/** Ignoring a parameter or header would do something else than was asked. */
function refuseUnknown({ query, headers }: S3Request): void {
  const unknown =
    [...query.keys()].find((name) => !knownParameter.test(name)) ??
    [...headers.keys()].find((name) => unknownHeader.test(name))
  if (unknown === undefined) return
  throw notImplemented(unknown)
}

const notImplemented = (what: string) =>
  new S3Error(501, 'NotImplemented', `Local storage does not implement ${what}.`)

function internalError(error: unknown): S3Error {
  console.error('Local storage failed.', error)
  return new S3Error(500, 'InternalError', 'We encountered an internal error. Please try again.')
}

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
