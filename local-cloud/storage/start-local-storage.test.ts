import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sha256 } from './signature.ts'
import { presignedUrl, signedRequest, type Outgoing } from './signing-client.ts'
import { startLocalStorage, type LocalStorage } from './start-local-storage.ts'

const credentials = { accessKeyId: 'local', secretAccessKey: 'not-guessable', region: 'us-east-1' }
const maxBodyBytes = 8 * 1024 * 1024
const megabyte = 1024 * 1024

let dataDir: string
let storage: LocalStorage
let client: Bun.S3Client

const start = () =>
  startLocalStorage({ ...credentials, port: 0, dataDir, buckets: ['files', 'other'], maxBodyBytes })

const clientOf = (change: Bun.S3Options = {}) =>
  new Bun.S3Client({ ...credentials, endpoint: storage.url, bucket: 'files', ...change })

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
  test('writes, reads, asks, deletes, under any key', async () => {
    for (const key of ['plain.txt', "a/b c (é)+'!*/100%.txt", 'x'.repeat(1024), '日本/語&<>"']) {
      await client.write(key, `content of ${key}`, { type: 'text/plain' })
      expect(await client.file(key).text()).toBe(`content of ${key}`)
      const stat = await client.stat(key)
      expect(stat.type).toStartWith('text/plain')
      expect(stat.size).toBe(Buffer.byteLength(`content of ${key}`))
      expect(stat.etag).toBe(`"${createHash('md5').update(`content of ${key}`).digest('hex')}"`)
      await client.delete(key)
      expect(await client.exists(key)).toBe(false)
    }
  })

  test('an empty object, and a missing one', async () => {
    await client.write('empty', '')
    expect(await client.file('empty').text()).toBe('')
    await client.write('alphabet', 'abcdefghijklmnopqrstuvwxyz')
    await expect(client.file('missing').text()).rejects.toMatchObject({ code: 'NoSuchKey' })
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
  const url = (
    change: Partial<Parameters<typeof presignedUrl>[0]> = {},
    path = '/files/bound.pdf',
  ) => presignedUrl({ method: 'PUT', url: storage.url + path, headers, ...change }, credentials)
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
    expect(await put(url().replace('/files/', '/other/'))).toBe('403 SignatureDoesNotMatch')
    expect(await put(`${url()}&x-id=PutObject`)).toBe('403 SignatureDoesNotMatch')
    expect(storage.read('files', 'another.pdf')).toBeUndefined()
    expect(storage.read('files', 'bound.pdf')?.object.size).toBe(500)
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
          url: `${storage.url}/files/broken.pdf`,
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
    expect(storage.read('files', 'broken.pdf')).toBeUndefined()
  })
})

describe('bodies', () => {
  test('are held to the signed hash, Content-MD5 and checksums', async () => {
    const put = async (headers: Record<string, string>) =>
      outcome(await send({ method: 'PUT', path: '/files/sealed', body: 'hello', headers }))
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
    expect(await put({ 'x-amz-checksum-crc32': 'NhCmhg==' })).toBe('200')
    expect(await put({ 'x-amz-checksum-crc32': 'AAAAAA==' })).toBe('400 BadDigest')
    expect(await put({ 'x-amz-checksum-crc64nvme': 'AAAA' })).toBe('501 NotImplemented')
    expect(await put({ 'x-amz-content-sha256': 'STREAMING-AWS4-ECDSA' })).toBe('501 NotImplemented')
  })

  test('are bounded, and the refusal is heard', async () => {
    const put = async (size: number) =>
      outcome(
        await send({
          method: 'PUT',
          path: '/files/size',
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
    expect(await outcome(await send({ method: 'PUT', path: '/files/atomic', body, headers }))).toBe(
      '400 BadDigest',
    )
    expect(await client.file('atomic').text()).toBe('old')
  })
})

describe('reading', () => {
  const ask = (method: string) => send({ method, path: '/files/letters' })

  test('HEAD says as much as GET and sends nothing', async () => {
    await client.write('letters', 'abcdefghij')
    const head = await ask('HEAD')
    expect(head.headers.get('content-length')).toBe('10')
    expect(await head.text()).toBe('')
    const missing = await send({ method: 'HEAD', path: '/files/nothing-here' })
    expect([missing.status, await missing.text()]).toEqual([404, ''])
  })

  test('headers of the upload come back', async () => {
    const headers = {
      'content-type': 'application/pdf',
      'cache-control': 'private',
      'x-amz-meta-owner': 'ada',
    }
    await send({ method: 'PUT', path: '/files/letters', body: 'x', headers })
    const plain = await ask('GET')
    expect(plain.headers.get('content-type')).toBe('application/pdf')
    expect(plain.headers.get('cache-control')).toBe('private')
    expect(plain.headers.get('x-amz-meta-owner')).toBe('ada')
  })
})

describe('writing', () => {
  test('refuses what it would otherwise ignore', async () => {
    const put = async (query: string, headers: Record<string, string> = {}) =>
      outcome(await send({ method: 'PUT', path: `/files/original${query}`, body: 'x', headers }))
    expect(await put('?acl')).toBe('501 NotImplemented')
    expect(await put('?partNumber=1&uploadId=a')).toBe('501 NotImplemented')
    for (const header of [
      'x-amz-tagging',
      'x-amz-copy-source',
      'if-match',
      'if-none-match',
      'range',
    ])
      expect(await put('', { [header]: 'x' })).toBe('501 NotImplemented')
    expect(await put('', { 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER' })).toBe(
      '501 NotImplemented',
    )
    for (const [method, path] of [
      ['GET', '/'],
      ['GET', '/files'],
      ['POST', '/files'],
      ['DELETE', '/files'],
      ['POST', '/files/original'],
    ] as const)
      expect(await outcome(await send({ method, path }))).toBe('501 NotImplemented')
    expect(storage.read('files', 'original')).toBeUndefined()
    expect(await put('', { 'x-amz-security-token': 'x' })).toBe('400 InvalidToken')
    expect(await outcome(await fetch(`${storage.url}/files/original`))).toBe('403 AccessDenied')
    const long = await send({ method: 'PUT', path: `/files/${'x'.repeat(1025)}`, body: 'x' })
    expect(await outcome(long)).toBe('400 KeyTooLongError')
  })

  test('a key is never a path', async () => {
    const before = new Set(await readdir(dataDir))
    for (const key of ['..%2F..%2Fescaped', '..%5Cescaped', '%2Fetc%2Fescaped']) {
      expect((await send({ method: 'PUT', path: `/files/${key}`, body: 'x' })).status).toBe(200)
    }
    expect(storage.read('files', '../../escaped')?.object.size).toBe(1)
    expect(new Set(await readdir(dataDir))).toEqual(before)
    for (const name of await readdir(join(dataDir, 'blobs')))
      expect(name).toMatch(/^[0-9a-f-]{36}$/)
  })
})

test('a bucket is made once, by a valid name, and is there after that', async () => {
  const ask = async (method: string, path: string) => outcome(await send({ method, path }))
  expect(await ask('HEAD', '/made')).toBe('404')
  expect(await ask('PUT', '/made/x')).toBe('404 NoSuchBucket')
  expect(await ask('PUT', '/made')).toBe('200')
  expect(await ask('HEAD', '/made')).toBe('200')
  expect(await ask('PUT', '/made/x')).toBe('200')
  expect(await ask('PUT', '/made')).toBe('200')
  expect(storage.read('made', 'x')?.object.size).toBe(0)
  expect(await ask('PUT', '/Not-Valid')).toBe('400 InvalidBucketName')
})

test('the console lists by prefix, page by page, in the order of the bytes', async () => {
  const keys = ['a', 'b/1', 'b/2', 'c', 'Ä', '\u{1F600}', '\uFFFD']
  await send({ method: 'PUT', path: '/listing' })
  for (const key of keys) await clientOf({ bucket: 'listing' }).write(key, key)
  const sorted = keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  const seen: string[] = []
  for (let page = storage.objects({ bucket: 'listing', limit: 2 }); page.length > 0;) {
    seen.push(...page.map(({ key }) => key))
    page = storage.objects({ bucket: 'listing', limit: 2, after: seen.at(-1) })
  }
  expect(seen).toEqual(sorted)
  const inB = storage.objects({ bucket: 'listing', prefix: 'b/', after: 'b/1' })
  expect(inB.map(({ key }) => key)).toEqual(['b/2'])
  expect(storage.newestObjects(3)).toHaveLength(3)
})

describe('browsers', () => {
  test('may ask before they upload', async () => {
    const url = presignedUrl({ method: 'PUT', url: `${storage.url}/files/cors` }, credentials)
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
