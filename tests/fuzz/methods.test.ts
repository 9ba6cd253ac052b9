/**
 * Only POST, PUT, PATCH and DELETE change something, and only from our own pages. Every procedure and
 * route is asked by the other methods, and by all methods from elsewhere, so that a new one is tried too.
 */
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { StandardRPCJsonSerializer } from '@orpc/client/standard'
import { api } from '#/api/api.ts'
import { env } from '#/env.server.ts'
import { appServer } from '../app-server.ts'
import { cookieOf } from '../isolation/ask.ts'
import { given } from '../isolation/given.ts'
import { fingerprint } from '../isolation/restore-world.ts'
import type { Asker } from '../isolation/world.ts'
import { addressed } from './addressed.ts'
import { endFuzzing, procedures, startAnew, startFuzzing } from './send.ts'

beforeAll(startFuzzing, 120_000)
afterAll(endFuzzing)

const serializer = new StandardRPCJsonSerializer()
const reading = ['GET', 'HEAD', 'OPTIONS', 'PROPFIND', 'QUERY']
const writing = ['POST', 'PUT', 'PATCH', 'DELETE']

async function statusOf(asker: Asker, path: string, init: RequestInit) {
  const server = await appServer()
  const headers = new Headers(init.headers)
  const cookie = cookieOf(asker)
  if (cookie) headers.set('cookie', cookie)
  const response = await server.fetch(new Request(`${env.APP_URL}${path}`, { ...init, headers }))
  await (response.headers.get('content-type')?.startsWith('text/event-stream')
    ? response.body?.cancel()
    : response.arrayBuffer())
  return response.status
}

const fromElsewhere = { origin: 'https://other.example', 'sec-fetch-site': 'same-site' }
const json = { 'content-type': 'application/json' }

test('no procedure changes anything for a method that reads, wherever it comes from', async () => {
  let before = await fingerprint()
  for (const { name, call, asker } of procedures) {
    const [input, meta] = serializer.serialize(call(given.real, asker))
    const body = JSON.stringify({ json: input, meta })
    const path = `/api/rpc/${name.replaceAll('.', '/')}`
    for (const method of reading) {
      const address = `${path}?data=${encodeURIComponent(body)}`
      const headers = { ...json, ...fromElsewhere }
      const withBody = method === 'GET' || method === 'HEAD' ? {} : { body }
      const status = await statusOf(asker, address, { method, headers, ...withBody })
      const isRefused = status === 403 || status === 405
      if (method !== 'GET')
        expect({ name, method, isRefused }).toEqual({ name, method, isRefused: true })
    }
    const after = await fingerprint()
    expect({ name, isChanged: after !== before }).toEqual({ name, isChanged: false })
    before = after
  }
}, 120_000)

test('no procedure and no route lets another site change anything', async () => {
  const before = await fingerprint()
  const routes = api.routes.filter(({ path }) => !path.endsWith('*')).map(({ path }) => path)
  const paths = [
    ...procedures.map(({ name }) => `/api/rpc/${name.replaceAll('.', '/')}`),
    ...new Set(
      routes.map((path) => path.replaceAll(/:(\w+)/g, (_, name: string) => addressed(name))),
    ),
    '/api/auth/sign-out',
    '/api/v1/me',
  ]
  for (const path of paths) {
    for (const method of writing) {
      const status = await statusOf('owner', path, {
        method,
        headers: { ...json, ...fromElsewhere },
        body: '{}',
      })
      expect({ method, path, status }).toEqual({ method, path, status: 403 })
    }
  }
  expect(await fingerprint()).toBe(before)
  await startAnew()
}, 120_000)
