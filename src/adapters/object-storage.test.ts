import { beforeAll, expect, test } from 'bun:test'
import { testStorage } from '../../tests/local-services.ts'
import { env } from '#/env.server.ts'
import {
  deleteObject,
  permitUpload,
  readObject,
  streamObject,
  writeObject,
} from './object-storage.server.ts'
import { presignedUrl } from './presigned-url.server.ts'

const body = new Uint8Array(500).fill(7)
const pdf = { contentType: 'application/pdf', sizeBytes: body.length }
const newKey = () => `test/${Bun.randomUUIDv7()}`

async function put(url: string, bytes: Uint8Array<ArrayBuffer>, contentType: string) {
  const headers = { 'content-type': contentType }
  const response = await fetch(url, { method: 'PUT', headers, body: bytes })
  const code = (await response.text()).match(/<Code>(.*?)<\/Code>/)?.[1]
  return code ?? response.status
}

beforeAll(testStorage)

test('a permit lets exactly its own file in', async () => {
  const key = newKey()
  const permit = await permitUpload(key, pdf, 60)
  expect(permit.headers).toEqual({ 'content-type': 'application/pdf' })
  expect(await put(permit.url, body, 'application/pdf')).toBe(200)
  expect(await readObject(key, 500)).toEqual(body)
})

test('a permit refuses another size, another type, another key and another method', async () => {
  const key = newKey()
  const { url } = await permitUpload(key, pdf, 60)
  expect(await put(url, new Uint8Array(5_000), 'application/pdf')).toBe('SignatureDoesNotMatch')
  expect(await put(url, new Uint8Array(499), 'application/pdf')).toBe('SignatureDoesNotMatch')
  expect(await put(url, body, 'text/html')).toBe('SignatureDoesNotMatch')
  const elsewhere = url.replace(key, newKey())
  expect(await put(elsewhere, body, 'application/pdf')).toBe('SignatureDoesNotMatch')
  const longer = url.replace('X-Amz-Expires=60', 'X-Amz-Expires=6000')
  expect(await put(longer, body, 'application/pdf')).toBe('SignatureDoesNotMatch')
  expect((await fetch(url)).status).toBe(403)
  expect(await readObject(key, 500)).toBeNull()
})

test('an expired permit is refused', async () => {
  const credentials = {
    accessKeyId: env.S3_ACCESS_KEY_ID,
    secretAccessKey: env.S3_SECRET_ACCESS_KEY,
    region: env.S3_REGION,
  }
  const url = await presignedUrl(
    {
      method: 'PUT',
      url: new URL(`${env.S3_ENDPOINT}/${env.S3_BUCKET}/${newKey()}`),
      headers: { 'content-length': '500', 'content-type': 'application/pdf' },
      expiresInSeconds: 60,
      now: new Date(Date.now() - 61_000),
    },
    credentials,
  )
  expect(await put(url, body, 'application/pdf')).toBe('AccessDenied')
})

test('a permit signed with another secret is refused', async () => {
  const url = await presignedUrl(
    {
      method: 'PUT',
      url: new URL(`${env.S3_ENDPOINT}/${env.S3_BUCKET}/${newKey()}`),
      headers: { 'content-length': '500', 'content-type': 'application/pdf' },
      expiresInSeconds: 60,
    },
    { accessKeyId: env.S3_ACCESS_KEY_ID, secretAccessKey: 'a guess', region: env.S3_REGION },
  )
  expect(await put(url, body, 'application/pdf')).toBe('SignatureDoesNotMatch')
})

test('objects are written, bounded, streamed and deleted; a missing one is null', async () => {
  const key = newKey()
  await writeObject(key, body, 'application/pdf')
  await expect(readObject(key, 499)).rejects.toThrow('500 bytes')
  const stream = await streamObject(key)
  expect(await new Response(stream).bytes()).toEqual(body)
  await deleteObject(key)
  await deleteObject(key)
  expect(await streamObject(key)).toBeNull()
})
