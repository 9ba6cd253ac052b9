import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { sha256 } from './signature.ts'
import {
  presignedUrl,
  scopeOf,
  sign,
  signedRequest,
  timestampOf,
  type Outgoing,
} from './signing-client.ts'
import { startLocalStorage, type LocalStorage } from './start-local-storage.ts'

const credentials = { accessKeyId: 'local', secretAccessKey: 'not-guessable', region: 'us-east-1' }
const maxBodyBytes = 8 * 1024 * 1024
const megabyte = 1024 * 1024

let dataDir: string
let storage: LocalStorage
let client: Bun.S3Client

const start = () =>
  startLocalStorage({ ...credentials, port: 0, dataDir, buckets: ['cvs', 'other'], maxBodyBytes })

const clientOf = (change: Bun.S3Options = {}) =>
  new Bun.S3Client({ ...credentials, endpoint: storage.url, bucket: 'cvs', ...change })

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'local-storage-'))
  storage = await start()
  client = clientOf()
})

afterAll(async () => {
  await storage.stop()
  await rm(dataDir, { recursive: true })
})

/** Status, and the code of the error if it is one: "403 SignatureDoesNotMatch". */
async function outcome(response: Response): Promise<string> {
  const code = (await response.text()).match(/<Code>(.*?)<\/Code>/)?.[1]
  return code ? `${response.status} ${code}` : String(response.status)
}

const send = (outgoing: Omit<Outgoing, 'url'> & { path: string }, keys = credentials) =>
  fetch(signedRequest({ ...outgoing, url: storage.url + outgoing.path }, keys))

describe("Bun's S3Client", () => {
  test('writes, reads, asks, lists, deletes, under any key', async () => {
    for (const key of ['plain.txt', "a/b c (é)+'!*/100%.txt", 'x'.repeat(1024), '日本/語&<>"']) {
      await client.write(key, `content of ${key}`, { type: 'text/plain' })
      expect(await client.file(key).text()).toBe(`content of ${key}`)
      const stat = await client.stat(key)
      expect(stat.type).toStartWith('text/plain')
      expect(stat.size).toBe(Buffer.byteLength(`content of ${key}`))
      expect(stat.etag).toBe(`"${createHash('md5').update(`content of ${key}`).digest('hex')}"`)
      expect((await client.list({ prefix: key })).contents?.map((found) => found.key)).toEqual([
        key,
      ])
      await client.delete(key)
      expect(await client.exists(key)).toBe(false)
    }
  })

  test('an empty object, a slice, a missing object', async () => {
    await client.write('empty', '')
    expect(await client.file('empty').text()).toBe('')
    await client.write('alphabet', 'abcdefghijklmnopqrstuvwxyz')
    expect(await client.file('alphabet').slice(3, 6).text()).toBe('def')
    await expect(client.file('missing').text()).rejects.toMatchObject({ code: 'NoSuchKey' })
  })

  test('a multipart upload through its writer', async () => {
    const part = crypto.getRandomValues(new Uint8Array(65_536))
    const writer = client.file('big.bin').writer({ partSize: 5 * megabyte, queueSize: 2 })
    const hash = createHash('sha256')
    for (let written = 0; written < 12 * megabyte; written += part.length) {
      await writer.write(part)
      hash.update(part)
    }
    await writer.end()
    expect(sha256(await client.file('big.bin').bytes())).toBe(hash.digest('hex'))
    expect((await client.stat('big.bin')).etag).toEndWith('-3"')
  })

  test('presigned URLs for reading and writing', async () => {
    const put = await fetch(client.presign('presigned.txt', { method: 'PUT' }), {
      method: 'PUT',
      body: 'hello',
    })
    expect(put.status).toBe(200)
    const get = await fetch(client.presign('presigned.txt', { method: 'GET' }))
    expect(await get.text()).toBe('hello')
    expect(await outcome(await fetch(client.presign('presigned.txt'), { method: 'DELETE' }))).toBe(
      '403 SignatureDoesNotMatch',
    )
  })

  test('a wrong secret, an unknown key, another region', async () => {
    const code = async (change: Bun.S3Options) => {
      const error: unknown = await clientOf(change)
        .file('alphabet')
        .text()
        .catch((thrown: unknown) => thrown)
      return error instanceof Error && 'code' in error ? error.code : 'accepted'
    }
    expect(await code({})).toBe('accepted')
    expect(await code({ secretAccessKey: 'guess' })).toBe('SignatureDoesNotMatch')
    expect(await code({ accessKeyId: 'stranger' })).toBe('InvalidAccessKeyId')
    expect(await code({ region: 'eu-west-1' })).toBe('AuthorizationHeaderMalformed')
  })
})

describe('a presigned upload that binds size and type', () => {
  const headers = { 'content-length': '500', 'content-type': 'application/pdf' }
  const url = (change: Partial<Parameters<typeof presignedUrl>[0]> = {}, path = '/cvs/bound.pdf') =>
    presignedUrl({ method: 'PUT', url: storage.url + path, headers, ...change }, credentials)
  const put = async (target: string, size = 500, type = 'application/pdf', method = 'PUT') =>
    outcome(
      await fetch(target, {
        method,
        body: new Uint8Array(size),
        headers: { 'content-type': type },
      }),
    )

  test('takes what was agreed and nothing else', async () => {
    expect(await put(url())).toBe('200')
    expect(await put(url(), 501)).toBe('403 SignatureDoesNotMatch')
    expect(await put(url(), 499)).toBe('403 SignatureDoesNotMatch')
    expect(await put(url(), 500, 'text/html')).toBe('403 SignatureDoesNotMatch')
    expect(await put(url().replace('bound.pdf', 'another.pdf'))).toBe('403 SignatureDoesNotMatch')
    expect(await put(url().replace('/cvs/', '/other/'))).toBe('403 SignatureDoesNotMatch')
    expect(await put(`${url()}&x-id=PutObject`)).toBe('403 SignatureDoesNotMatch')
    expect(storage.read('cvs', 'another.pdf')).toBeUndefined()
    expect(storage.read('cvs', 'bound.pdf')?.object.size).toBe(500)
  })

  test('has a beginning and an end', async () => {
    const ago = (seconds: number) => new Date(Date.now() - seconds * 1000)
    expect(await put(url({ at: ago(290) }))).toBe('200')
    expect(await put(url({ at: ago(302) }))).toBe('403 AccessDenied')
    expect(await put(url({ at: ago(-1000) }))).toBe('403 AccessDenied')
    expect(await put(url({ expires: 604_800 }))).toBe('200')
    for (const expires of [604_801, 0, -1]) {
      expect(await put(url({ expires }))).toBe('400 AuthorizationQueryParametersError')
    }
    expect(await put(url({ at: ago(302) }).replace('Expires=300', 'Expires=900'))).toBe(
      '403 SignatureDoesNotMatch',
    )
  })

  test('is bound to the host and to one signature', async () => {
    expect(await put(url({ signsHost: false }))).toBe('403 AccessDenied')
    expect(await put(url().replace('127.0.0.1', 'localhost'))).toBe('403 SignatureDoesNotMatch')
    expect(await put(`${url()}&X-Amz-Signature=${'0'.repeat(64)}`)).toBe(
      '400 AuthorizationQueryParametersError',
    )
  })

  test('leaves nothing behind when the sender breaks off', async () => {
    const before = (await readdir(join(dataDir, 'blobs'))).length
    const target = new URL(
      presignedUrl(
        {
          method: 'PUT',
          url: `${storage.url}/cvs/broken.pdf`,
          headers: { 'content-length': '100000', 'content-type': 'application/pdf' },
        },
        credentials,
      ),
    )
    await new Promise<void>((resolve) => {
      void Bun.connect({
        hostname: '127.0.0.1',
        port: storage.port,
        socket: {
          open(socket) {
            socket.write(
              `PUT ${target.pathname}${target.search} HTTP/1.1\r\nhost: ${target.host}\r\n` +
                `content-type: application/pdf\r\ncontent-length: 100000\r\n\r\n${'x'.repeat(70_000)}`,
            )
            setTimeout(() => socket.terminate(), 50)
          },
          data() {},
          close: () => resolve(),
        },
      })
    })
    await until(async () => (await readdir(join(dataDir, 'blobs'))).length === before)
    expect(storage.read('cvs', 'broken.pdf')).toBeUndefined()
  })
})

describe('a form upload with a signed policy', () => {
  async function post({
    size = 500,
    key = 'form/a.pdf',
    type = 'application/pdf',
    secret = credentials.secretAccessKey,
    expiresInMs = 60_000,
    extra = {},
  }: {
    size?: number
    key?: string
    type?: string
    secret?: string
    expiresInMs?: number
    extra?: Record<string, string>
  } = {}): Promise<string> {
    const at = new Date()
    const credential = `${credentials.accessKeyId}/${scopeOf(at, credentials)}`
    const conditions = [
      { bucket: 'cvs' },
      ['starts-with', '$key', 'form/'],
      ['content-length-range', 1, 1000],
      ['eq', '$Content-Type', 'application/pdf'],
      { 'x-amz-algorithm': 'AWS4-HMAC-SHA256' },
      { 'x-amz-credential': credential },
      { 'x-amz-date': timestampOf(at) },
    ]
    const expiration = new Date(Date.now() + expiresInMs).toISOString()
    const policy = Buffer.from(JSON.stringify({ expiration, conditions })).toString('base64')
    const fields = {
      key,
      'Content-Type': type,
      'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
      'X-Amz-Credential': credential,
      'X-Amz-Date': timestampOf(at),
      Policy: policy,
      'X-Amz-Signature': sign(policy, at, { ...credentials, secretAccessKey: secret }),
      ...extra,
    }
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    form.set('file', new Blob([Buffer.alloc(size, '\r\n--')]), 'cv.pdf')
    return outcome(await fetch(`${storage.url}/cvs`, { method: 'POST', body: form }))
  }

  test('takes what the policy allows', async () => {
    expect(await post()).toBe('204')
    const stored = storage.read('cvs', 'form/a.pdf')
    expect(stored?.object.headers['content-type']).toBe('application/pdf')
    expect(await stored?.file.text()).toBe('\r\n--'.repeat(125))
    expect(await post({ key: 'form/${filename}' })).toBe('204')
    expect(storage.read('cvs', 'form/cv.pdf')?.object.size).toBe(500)
  })

  test('refuses what it does not', async () => {
    expect(await post({ size: 1001 })).toBe('400 EntityTooLarge')
    expect(await post({ size: 0 })).toBe('400 EntityTooSmall')
    expect(await post({ type: 'text/html' })).toBe('403 AccessDenied')
    expect(await post({ key: 'elsewhere/a.pdf' })).toBe('403 AccessDenied')
    expect(await post({ extra: { 'x-amz-meta-owner': 'me' } })).toBe('403 AccessDenied')
    expect(await post({ secret: 'guess' })).toBe('403 SignatureDoesNotMatch')
    expect(await post({ expiresInMs: -1 })).toBe('403 AccessDenied')
    expect(storage.read('cvs', 'elsewhere/a.pdf')).toBeUndefined()
  })
})

describe('bodies', () => {
  test('are held to the signed hash, Content-MD5 and checksums', async () => {
    const put = async (headers: Record<string, string>) =>
      outcome(await send({ method: 'PUT', path: '/cvs/sealed', body: 'hello', headers }))
    const base64 = (algorithm: string, text: string) =>
      createHash(algorithm).update(text).digest('base64')
    expect(await put({ 'x-amz-content-sha256': sha256('hello') })).toBe('200')
    expect(await put({ 'x-amz-content-sha256': sha256('other') })).toBe(
      '400 XAmzContentSHA256Mismatch',
    )
    expect(await put({ 'content-md5': base64('md5', 'hello') })).toBe('200')
    expect(await put({ 'content-md5': base64('md5', 'other') })).toBe('400 BadDigest')
    expect(await put({ 'x-amz-checksum-sha256': base64('sha256', 'hello') })).toBe('200')
    expect(await put({ 'x-amz-checksum-sha256': base64('sha256', 'other') })).toBe('400 BadDigest')
    expect(await put({ 'x-amz-checksum-crc64nvme': 'AAAA' })).toBe('501 NotImplemented')
    expect(await put({ 'x-amz-content-sha256': 'STREAMING-AWS4-ECDSA' })).toBe('501 NotImplemented')
  })

  test('in unsigned chunks are held to the checksum in their trailer', async () => {
    const put = async (checksumOf: string) => {
      const checksum = Buffer.alloc(4)
      checksum.writeUInt32BE(crc32(checksumOf))
      const headers = {
        'content-encoding': 'aws-chunked',
        'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
        'x-amz-decoded-content-length': '11',
        'x-amz-trailer': 'x-amz-checksum-crc32',
      }
      const body = `5\r\nhello\r\n6\r\n world\r\n0\r\nx-amz-checksum-crc32:${checksum.toString('base64')}\r\n\r\n`
      return outcome(await send({ method: 'PUT', path: '/cvs/chunks', body, headers }))
    }
    expect(await put('hello world')).toBe('200')
    expect(await storage.read('cvs', 'chunks')?.file.text()).toBe('hello world')
    expect(storage.read('cvs', 'chunks')?.object.headers['content-encoding']).toBeUndefined()
    expect(await put('another text')).toBe('400 BadDigest')
  })

  test('are bounded, and the refusal is heard', async () => {
    const put = async (size: number) =>
      outcome(
        await send({
          method: 'PUT',
          path: '/cvs/size',
          body: new Uint8Array(size),
          headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
        }),
      )
    expect(await put(maxBodyBytes)).toBe('200')
    expect(await put(maxBodyBytes + 1)).toBe('400 EntityTooLarge')
  })

  test('replace an object only when they have come to their end', async () => {
    await client.write('atomic', 'old')
    const body = 'new, but not what was announced'
    const headers = { 'content-md5': 'AAAAAAAAAAAAAAAAAAAAAA==' }
    expect(await outcome(await send({ method: 'PUT', path: '/cvs/atomic', body, headers }))).toBe(
      '400 BadDigest',
    )
    expect(await client.file('atomic').text()).toBe('old')
  })
})

describe('reading', () => {
  const get = (headers: Record<string, string> = {}, query = '', method = 'GET') =>
    send({ method, path: `/cvs/letters${query}`, headers })

  test('ranges', async () => {
    await client.write('letters', 'abcdefghij')
    const range = async (value: string) => {
      const response = await get({ range: value })
      return [response.status, response.headers.get('content-range'), await response.text()]
    }
    expect(await range('bytes=2-4')).toEqual([206, 'bytes 2-4/10', 'cde'])
    expect(await range('bytes=8-')).toEqual([206, 'bytes 8-9/10', 'ij'])
    expect(await range('bytes=8-99')).toEqual([206, 'bytes 8-9/10', 'ij'])
    expect(await range('bytes=-3')).toEqual([206, 'bytes 7-9/10', 'hij'])
    expect(await range('bytes=-99')).toEqual([206, 'bytes 0-9/10', 'abcdefghij'])
    expect(await range('lines=1-2')).toEqual([200, null, 'abcdefghij'])
    for (const unsatisfiable of ['bytes=10-', 'bytes=99-100', 'bytes=-0']) {
      const [status, contentRange, text] = await range(unsatisfiable)
      expect([status, contentRange]).toEqual([416, 'bytes */10'])
      expect(text).toContain('<Code>InvalidRange</Code>')
    }
  })

  test('conditions', async () => {
    await client.write('letters', 'abcdefghij')
    const { etag } = await client.stat('letters')
    const soon = new Date(Date.now() + 60_000).toUTCString()
    const longAgo = new Date(0).toUTCString()
    const status = async (headers: Record<string, string>) => (await get(headers)).status
    expect(await status({ 'if-none-match': etag })).toBe(304)
    expect(await status({ 'if-none-match': '"another"' })).toBe(200)
    expect(await status({ 'if-match': etag })).toBe(200)
    expect(await status({ 'if-match': '"another"' })).toBe(412)
    expect(await status({ 'if-modified-since': soon })).toBe(304)
    expect(await status({ 'if-modified-since': longAgo })).toBe(200)
    expect(await status({ 'if-unmodified-since': longAgo })).toBe(412)
    expect(await status({ range: 'bytes=0-1', 'if-range': etag })).toBe(206)
    expect(await status({ range: 'bytes=0-1', 'if-range': '"another"' })).toBe(200)
  })

  test('HEAD says as much as GET and sends nothing', async () => {
    const head = await get({}, '', 'HEAD')
    expect(head.headers.get('content-length')).toBe('10')
    expect(head.headers.get('accept-ranges')).toBe('bytes')
    expect(await head.text()).toBe('')
    const missing = await send({ method: 'HEAD', path: '/cvs/nothing-here' })
    expect([missing.status, await missing.text()]).toEqual([404, ''])
  })

  test('headers of the upload come back, and can be overridden by a signed URL', async () => {
    const headers = {
      'content-type': 'application/pdf',
      'cache-control': 'private',
      'x-amz-meta-owner': 'ada',
    }
    await send({ method: 'PUT', path: '/cvs/letters', body: 'x', headers })
    const plain = await get()
    expect(plain.headers.get('content-type')).toBe('application/pdf')
    expect(plain.headers.get('cache-control')).toBe('private')
    expect(plain.headers.get('x-amz-meta-owner')).toBe('ada')
    const named = await get(
      {},
      '?response-content-disposition=attachment%3B%20filename%3D%22a.pdf%22',
    )
    expect(named.headers.get('content-disposition')).toBe('attachment; filename="a.pdf"')
    for (const value of ['a%0D%0Aset-cookie:b', '%E6%97%A5']) {
      const refused = await get({}, `?response-content-disposition=${value}`)
      expect(await outcome(refused)).toBe('400 InvalidArgument')
    }
  })
})

describe('writing', () => {
  test('only when nobody was there first, or nobody has been since', async () => {
    const put = async (headers: Record<string, string>, body = 'x') =>
      outcome(await send({ method: 'PUT', path: '/cvs/race', body, headers }))
    expect(await put({ 'if-match': '"any"' })).toBe('404 NoSuchKey')
    const racers = await Promise.all(
      Array.from({ length: 8 }, (_, index) => put({ 'if-none-match': '*' }, `racer ${index}`)),
    )
    expect(racers.filter((result) => result === '200')).toHaveLength(1)
    expect(racers.filter((result) => result === '412 PreconditionFailed')).toHaveLength(7)
    expect(await put({ 'if-match': '"another"' })).toBe('412 PreconditionFailed')
  })

  test('copies with or without new headers', async () => {
    const headers = { 'content-type': 'text/plain', 'x-amz-meta-owner': 'ada' }
    await send({ method: 'PUT', path: '/cvs/original', body: 'copy me', headers })
    const copy = (path: string, more: Record<string, string> = {}) =>
      send({ method: 'PUT', path, headers: { 'x-amz-copy-source': '/cvs/original', ...more } })
    expect((await copy('/other/copy')).status).toBe(200)
    const copied = storage.read('other', 'copy')
    expect(await copied?.file.text()).toBe('copy me')
    expect(copied?.object.headers['x-amz-meta-owner']).toBe('ada')
    const replacing = { 'x-amz-metadata-directive': 'REPLACE', 'content-type': 'text/css' }
    expect((await copy('/cvs/original', replacing)).status).toBe(200)
    expect(storage.read('cvs', 'original')?.object.headers).toEqual({ 'content-type': 'text/css' })
    expect(await outcome(await copy('/cvs/original'))).toBe('400 InvalidRequest')
    expect(await outcome(await copy('/nowhere/copy'))).toBe('404 NoSuchBucket')
  })

  test('refuses what it would otherwise ignore', async () => {
    const put = async (query: string, headers: Record<string, string> = {}) =>
      outcome(await send({ method: 'PUT', path: `/cvs/original${query}`, body: 'x', headers }))
    expect(await put('?acl')).toBe('501 NotImplemented')
    expect(await put('', { 'x-amz-tagging': 'a=b' })).toBe('501 NotImplemented')
    expect(await put('', { 'x-amz-security-token': 'x' })).toBe('400 InvalidToken')
    const remove = { method: 'DELETE', path: '/cvs/original', headers: { 'if-match': '"other"' } }
    expect(await outcome(await send(remove))).toBe('412 PreconditionFailed')
    expect(await outcome(await fetch(`${storage.url}/cvs/original`))).toBe('403 AccessDenied')
    const long = await send({ method: 'PUT', path: `/cvs/${'x'.repeat(1025)}`, body: 'x' })
    expect(await outcome(long)).toBe('400 KeyTooLongError')
  })

  test('a key is never a path', async () => {
    const before = new Set(await readdir(dataDir))
    for (const key of ['..%2F..%2Fescaped', '..%5Cescaped', '%2Fetc%2Fescaped']) {
      expect((await send({ method: 'PUT', path: `/cvs/${key}`, body: 'x' })).status).toBe(200)
    }
    expect(storage.read('cvs', '../../escaped')?.object.size).toBe(1)
    expect(new Set(await readdir(dataDir))).toEqual(before)
    for (const name of await readdir(join(dataDir, 'blobs')))
      expect(name).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('listing', () => {
  test('pages through prefixes and folders in the order of the bytes', async () => {
    await send({ method: 'PUT', path: '/listing' })
    const keys = ['a', 'b/1', 'b/2', 'b/3/x', 'c/1', 'd', 'Ä', '\u{1F600}', '\uFFFD']
    const inListing = clientOf({ bucket: 'listing' })
    for (const key of keys) await inListing.write(key, key)
    const sorted = keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))

    for (const maxKeys of [1, 2, 3, 1000]) {
      const seen: string[] = []
      let continuationToken: string | undefined
      do {
        const page = await inListing.list({ maxKeys, continuationToken })
        seen.push(...(page.contents ?? []).map(({ key }) => key))
        continuationToken = page.isTruncated ? page.nextContinuationToken : undefined
      } while (continuationToken)
      expect(seen).toEqual(sorted)

      const folders: string[] = []
      do {
        const page = await inListing.list({ maxKeys, continuationToken, delimiter: '/' })
        folders.push(...(page.contents ?? []).map(({ key }) => key))
        folders.push(...(page.commonPrefixes ?? []).map(({ prefix }) => prefix))
        continuationToken = page.isTruncated ? page.nextContinuationToken : undefined
      } while (continuationToken)
      expect(folders.toSorted()).toEqual(
        ['a', 'b/', 'c/', 'd', 'Ä', '\u{1F600}', '\uFFFD'].toSorted(),
      )
    }
    const inB = await inListing.list({ prefix: 'b/', delimiter: '/' })
    expect(inB.contents?.map(({ key }) => key)).toEqual(['b/1', 'b/2'])
    expect(inB.commonPrefixes?.map(({ prefix }) => prefix)).toEqual(['b/3/'])
    const after = await inListing.list({ startAfter: 'b/2', prefix: 'b' })
    expect(after.contents?.map(({ key }) => key)).toEqual(['b/3/x'])
  })

  test('deletes many at once, and a bucket only when it is empty', async () => {
    const remove = () => send({ method: 'DELETE', path: '/listing' })
    expect(await outcome(await remove())).toBe('409 BucketNotEmpty')
    const objects = storage.objects({ bucket: 'listing' })
    const named = [...objects.map(({ key }) => key), 'never there'].map(
      (key) => `<Object><Key>${Bun.escapeHTML(key)}</Key></Object>`,
    )
    const body = `<Delete>${named.join('')}</Delete>`
    const deleted = await send({ method: 'POST', path: '/listing?delete', body })
    expect((await deleted.text()).match(/<Deleted>/g)).toHaveLength(10)
    expect(storage.objects({ bucket: 'listing' })).toEqual([])
    expect((await remove()).status).toBe(204)
    expect(await outcome(await send({ method: 'HEAD', path: '/listing' }))).toBe('404')
    expect(await outcome(await send({ method: 'GET', path: '/listing?list-type=2' }))).toBe(
      '404 NoSuchBucket',
    )
  })
})

describe('multipart uploads', () => {
  const path = '/cvs/parts'
  async function create(): Promise<string> {
    const response = await send({ method: 'POST', path: `${path}?uploads` })
    return (await response.text()).match(/<UploadId>(.*?)</)?.[1] ?? ''
  }
  async function part(upload: string, number: number, body: string | Uint8Array<ArrayBuffer>) {
    const url = `${path}?partNumber=${number}&uploadId=${upload}`
    const response = await send({ method: 'PUT', path: url, body })
    return { number, etag: response.headers.get('etag') ?? (await outcome(response)) }
  }
  async function complete(upload: string, parts: { number: number; etag: string }[]) {
    const listed = parts.map(
      ({ number, etag }) =>
        `<Part><PartNumber>${number}</PartNumber><ETag>${Bun.escapeHTML(etag)}</ETag></Part>`,
    )
    const body = `<CompleteMultipartUpload>${listed.join('')}</CompleteMultipartUpload>`
    return outcome(await send({ method: 'POST', path: `${path}?uploadId=${upload}`, body }))
  }

  test('put together what is listed, in that order, with the tag that S3 would give', async () => {
    const upload = await create()
    const large = new Uint8Array(5 * megabyte).fill(97)
    await part(upload, 1, 'a part that is sent again')
    const last = await part(upload, 10, 'the end')
    await part(upload, 5, 'sent, but not listed')
    const first = await part(upload, 1, large)
    expect(await complete(upload, [last, first])).toBe('400 InvalidPartOrder')
    expect(await complete(upload, [first, { number: 10, etag: '"wrong"' }])).toBe('400 InvalidPart')
    expect(await complete(upload, [{ number: 2, etag: first.etag }])).toBe('400 InvalidPart')
    expect(await complete(upload, [first, last])).toBe('200')
    const stored = storage.read('cvs', 'parts')
    expect(stored?.object.size).toBe(5 * megabyte + 7)
    expect((await stored?.file.text())?.slice(-8)).toBe('athe end')
    const md5 = (data: string | Uint8Array) => createHash('md5').update(data).digest()
    const tag = md5(Buffer.concat([md5(large), md5('the end')])).toString('hex')
    expect(stored?.object.etag).toBe(`"${tag}-2"`)
    expect(await complete(upload, [first, last])).toBe('404 NoSuchUpload')
  })

  test('refuse a small part before the last, and can be aborted', async () => {
    const upload = await create()
    const parts = [await part(upload, 1, 'small'), await part(upload, 2, 'last')]
    expect(await complete(upload, parts)).toBe('400 EntityTooSmall')
    expect((await part(upload, 0, 'x')).etag).toBe('400 InvalidArgument')
    expect((await part(upload, 10_001, 'x')).etag).toBe('400 InvalidArgument')
    const abort = () => send({ method: 'DELETE', path: `${path}?uploadId=${upload}` })
    expect((await abort()).status).toBe(204)
    expect(await outcome(await abort())).toBe('404 NoSuchUpload')
    expect((await part(upload, 1, 'x')).etag).toBe('404 NoSuchUpload')
  })
})

describe('browsers', () => {
  test('may ask before they upload', async () => {
    const url = presignedUrl({ method: 'PUT', url: `${storage.url}/cvs/cors` }, credentials)
    const headers = {
      origin: 'http://localhost:3000',
      'access-control-request-method': 'PUT',
      'access-control-request-headers': 'content-type',
    }
    const preflight = await fetch(url, { method: 'OPTIONS', headers })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT')
    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type')
    const put = await fetch(url, { method: 'PUT', body: 'x', headers: { origin: headers.origin } })
    expect(put.headers.get('access-control-allow-origin')).toBe('*')
    expect(put.headers.get('access-control-expose-headers')).toContain('ETag')
  })

  test('of other origins are left out when there is a list', async () => {
    const options = { ...credentials, port: 0, dataDir: join(dataDir, 'strict') }
    const strict = await startLocalStorage({
      ...options,
      allowedOrigins: ['http://localhost:3000'],
    })
    const allowed = async (origin: string) => {
      const response = await fetch(`${strict.url}/loam/x`, {
        method: 'OPTIONS',
        headers: { origin },
      })
      return response.headers.get('access-control-allow-origin')
    }
    expect(await allowed('http://localhost:3000')).toBe('http://localhost:3000')
    expect(await allowed('http://evil.example')).toBeNull()
    await strict.stop()
  })
})

test('a restart keeps what was stored and removes files that nothing points at', async () => {
  await client.write('kept', 'still here')
  const orphan = join(dataDir, 'blobs', crypto.randomUUID())
  await Bun.write(orphan, 'left by a crash')
  await storage.stop()
  storage = await start()
  client = clientOf()
  expect(await client.file('kept').text()).toBe('still here')
  expect(await Bun.file(orphan).exists()).toBe(false)
})

test('a large upload and download do not pass through memory as a whole', async () => {
  const options = { ...credentials, port: 0, dataDir: join(dataDir, 'large') }
  const script = join(import.meta.dir, 'start-local-storage.ts')
  const child = Bun.spawn(
    [
      process.execPath,
      '-e',
      `const { startLocalStorage } = await import(${JSON.stringify(script)})
       const { url } = await startLocalStorage(${JSON.stringify(options)})
       console.log(url)
       for await (const _ of Bun.stdin.stream()) console.log(process.memoryUsage.rss())`,
    ],
    { stdin: 'pipe', stdout: 'pipe' },
  )
  const lines = child.stdout.pipeThrough(new TextDecoderStream()).getReader()
  const line = async () => {
    const { value, done } = await lines.read()
    if (done) throw new Error(`the storage process ended with code ${await child.exited}`)
    return value.trim()
  }
  const residentBytes = async () => {
    void child.stdin.write('\n')
    await child.stdin.flush()
    return Number(await line())
  }
  const endpoint = await line()
  const asked = async (method: string, body?: BodyInit) => {
    const url = presignedUrl({ method, url: `${endpoint}/loam/large` }, credentials)
    const response = await fetch(url, { method, body, signal: AbortSignal.timeout(15_000) })
    expect(response.status).toBe(200)
    return response
  }
  await asked('PUT', 'warm up')
  const before = await residentBytes()
  await asked('PUT', new Uint8Array(60 * megabyte))
  const reader = (await asked('GET')).body?.getReader()
  let received = 0
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    received += read.value.length
  }
  expect(received).toBe(60 * megabyte)
  expect((await residentBytes()) - before).toBeLessThan(30 * megabyte)
  child.kill()
  await child.exited
})

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await holds()) return
    await Bun.sleep(10)
  }
  throw new Error('the condition did not come to hold within 2 s')
}
