/** Whatever the server answers carries what every response has; a page answers only those who read. */
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { boundedRequest } from '#/api/bounded-request.ts'
import { headersOfEveryResponse } from '#/api/every-response.ts'
import { clientAddressHeader } from '#/auth/client-address.ts'
import { env } from '#/env.server.ts'
import { appServer } from '../app-server.ts'
import { endFuzzing, startFuzzing } from './send.ts'

beforeAll(startFuzzing, 60_000)
afterAll(endFuzzing)

async function ask(path: string, init: RequestInit = {}) {
  const headers = new Headers(init.headers)
  headers.set('origin', env.APP_URL)
  const server = await appServer()
  const response = await server.fetch(new Request(`${env.APP_URL}${path}`, { ...init, headers }))
  await response.arrayBuffer()
  return response
}

const json = { 'content-type': 'application/json' }
const post = (body: BodyInit, headers: Record<string, string> = json): RequestInit => ({
  method: 'POST',
  headers,
  body,
})

const requests: [status: number, path: string, init?: RequestInit][] = [
  [200, '/'],
  [404, '/there-is-no-such-page'],
  [307, '/account'],
  [303, '/language/de'],
  [200, '/robots.txt'],
  [404, '/%'],
  [404, '/%E0%A4%A'],
  [404, '/pricing/%ff'],
  [404, '/api/%'],
  [308, '//pricing'],
  [405, '/', { method: 'POST', body: 'a' }],
  [405, '/robots.txt', { method: 'DELETE' }],
  [405, '/pricing', { method: 'OPTIONS' }],
  [405, '/sign-in', { method: 'OPTIONS' }],
  [403, '/sign-in', { method: 'POST', body: 'a', headers: { 'sec-fetch-site': 'cross-site' } }],
  [414, `/pricing?q=${'x'.repeat(20_000)}`],
  [200, '/api/health'],
  [200, '/api/openapi.json'],
  [200, '/api/reference'],
  [404, '/api/there-is-no-such-thing'],
  [404, '/api/auth/there-is-no-such-thing'],
  [200, '/api/rpc/identity/me', post('{}')],
  [405, '/api/rpc/identity/me', { method: 'OPTIONS' }],
  [400, '/api/rpc/audit/wholeTrail', post('['.repeat(1_000))],
  [413, '/api/rpc/identity/me', post('x'.repeat(200_000))],
  [415, '/api/rpc/identity/me', post(new URLSearchParams({ a: 'b' }), {})],
  [415, '/api/rpc/identity/me', post('{}', { ...json, 'content-encoding': 'gzip' })],
  [
    400,
    '/api/auth/reset-password',
    post('{"newPassword":"seven quiet gardens","token":"\\u0000"}'),
  ],
  [400, '/api/auth/reset-password/%00?callbackURL=%2Fhome'],
  [401, '/api/v1/me/sessions'],
  [403, '/api/rpc/identity/me', post('{}', { ...json, 'sec-fetch-site': 'cross-site' })],
]

// A row of two would get the test's `done` as its third argument.
const rows = requests.map(([status, path, init = {}]) => ({ status, path, init }))

test.each(rows)(
  '$status $path has the headers of every response',
  async ({ status, path, init }) => {
    const response = await ask(path, init)
    expect(response.status).toBe(status)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    const others: Record<string, string> = {
      '/api/rpc/identity/me': 'GET, POST',
      '/sign-in': 'GET, HEAD, POST',
    }
    const allowed = others[path] ?? 'GET, HEAD'
    if (status === 405) expect(response.headers.get('allow')).toBe(allowed)
  },
)

test('a redirect never repeats the host that a request claims', async () => {
  const server = await appServer()
  for (const path of [
    '//pricing',
    '///evil.example/pricing',
    '/pricing/',
    '/account',
    '//account?a=//b',
  ]) {
    const response = await server.fetch(new Request(`http://evil.example${path}`))
    const location = response.headers.get('location') ?? ''
    expect({ path, location }).toEqual({
      path,
      location: expect.stringMatching(/^\/(?!\/)/),
    })
  }
})

test('under https every response asks for TLS, of every host below as well', () => {
  expect(headersOfEveryResponse('https://loam.example')['strict-transport-security']).toBe(
    'max-age=31536000; includeSubDomains',
  )
  expect(headersOfEveryResponse('http://localhost')).not.toHaveProperty('strict-transport-security')
})

test('a body without a length is cut at the limit', async () => {
  let sent = 0
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1
      controller.enqueue(new Uint8Array(16 * 1024))
    },
  })
  expect((await ask('/api/rpc/identity/me', post(endless))).status).toBe(413)
  expect(sent).toBeLessThan(20)
})

test('a body that does not arrive is waited for only so long', async () => {
  const silent = () =>
    new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{')),
    })
  for (const headers of [json, { ...json, 'content-length': '2' }]) {
    const request = new Request(`${env.APP_URL}/api/rpc/identity/me`, post(silent(), headers))
    const answer = await boundedRequest(request, '/api/rpc/identity/me', 20)
    expect(answer).toBeInstanceOf(Response)
    expect(answer).toHaveProperty('status', 408)
  }
})

test('strangers of one network ask so often, and are told when to go on', async () => {
  const me = (address: string) =>
    ask('/api/rpc/identity/me', post('{}', { ...json, [clientAddressHeader]: address }))
  const first = await me('198.51.100.7')
  expect(first.headers.get('ratelimit-policy')).toBe('"strangers";q=600;w=60')
  expect(first.headers.get('ratelimit')).toMatch(/^"strangers";r=599;t=\d+$/)
  for (let times = 1; times < 600; times++) await me('198.51.100.7')
  const refused = await me('198.51.100.7')
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeWithin(1, 61)
  expect((await me('198.51.100.8')).status).toBe(200)
}, 60_000)

test('a limit of the auth engine says the same', async () => {
  const signIn = () =>
    ask(
      '/api/auth/sign-in/email',
      post(`{"email":"a@${Bun.randomUUIDv7()}.example","password":"x"}`),
    )
  const { headers } = await signIn()
  expect(headers.get('ratelimit-policy')).toContain('"sign-in";q=')
  expect(headers.get('ratelimit')).toContain('r=')
})
