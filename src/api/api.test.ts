import { expect, test } from 'bun:test'
import { createPerson } from '../../tests/people.ts'
import { cookieOf } from '../../tests/sessions.ts'
import { languageModels } from '#/adapters/language-model.server.ts'
import { env } from '#/env.server.ts'
import { api } from './api.ts'

const get = (path: string, headers: Record<string, string> = {}) =>
  api.handle(new Request(`http://localhost:3000${path}`, { headers }))

test('a value that the database refuses is the mistake of its sender, who reads no statement', async () => {
  const cookie = await cookieOf(await createPerson())
  const answer = await get(`/api/files/${Bun.randomUUIDv7()}?organization=%00`, { cookie })
  expect(answer.status).toBe(400)
  expect(await answer.json()).toEqual({ code: 'BAD_REQUEST' })
})

test('text that the database cannot hold is the mistake of who sent it', async () => {
  expect((await get('/api/v1/invitations/%00')).status).toBe(400)
  const person = await createPerson({ role: 'admin' })
  const cookie = await cookieOf(person)
  expect((await get('/api/audit.csv?organization=%00', { cookie })).status).toBe(400)
  expect((await get('/api/audit.csv?person=%00', { cookie })).status).toBe(400)
})

test('another site changes nothing here, nor signs anybody in to an account of its choice', async () => {
  const send = (headers: Record<string, string>) =>
    api.handle(
      new Request(`${env.APP_URL}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ email: 'nobody@people.example', password: 'seven quiet gardens' }),
      }),
    )
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: env.APP_URL },
  ]
  for (const headers of foreign) {
    const answer = await send(headers)
    expect({ status: answer.status, body: await answer.json() }).toEqual({
      status: 403,
      body: { code: 'FORBIDDEN' },
    })
  }
  expect((await send({ origin: env.APP_URL })).status).toBe(401)
  // From a page that sends no referrer.
  expect((await send({ origin: 'null', 'sec-fetch-site': 'same-origin' })).status).toBe(401)
  expect((await send({})).status).toBe(401)
})

test('the reference page is rendered once, not for everybody who asks', async () => {
  const pages = () => get('/api/reference').then((answer) => answer.text())
  const first = await pages()
  const startedAt = performance.now()
  for (const said of [
    '<code>code</code>',
    'curl -b cookies.txt',
    'href="/"',
    '<summary>Contents',
  ]) {
    expect(first).toContain(said)
  }
  expect(first).not.toContain('`')
  for (let again = 0; again < 20; again++) expect(await pages()).toBe(first)
  expect(performance.now() - startedAt).toBeLessThan(500)
})

test('no cache keeps what a procedure answers, in either protocol', async () => {
  for (const path of ['/api/v1/me', '/api/rpc/identity/me', '/api/v1/me/sessions']) {
    const { headers } = await get(path)
    expect(headers.get('cache-control'), path).toBe('no-store')
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
  }
})

test('readiness names the state of each model that is asked, and no reason or key', async () => {
  await languageModels()
  const ready: unknown = await (await get('/api/health/ready')).json()
  expect(ready).toEqual({
    status: 'ready',
    models: { openai: expect.stringMatching(/^(closed|open|probing)$/) },
  })
})
