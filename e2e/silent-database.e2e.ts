/** Every page of the route tree while the database is silent: the production build on a port of its own. */
import { afterAll, beforeAll, expect, test } from 'bun:test'
import { createHmac } from 'node:crypto'
import { site } from '#/site.ts'
import { freeLocalPorts, run, untilServed, type Running } from '../scripts/stack.ts'
import { startTcpProxy } from '../tests/tcp-proxy.ts'
import { pagePatterns } from './pages.ts'

/** Three seconds for a connection, five for a statement, and a busy machine. */
const longestMs = 9_000
const { port } = freeLocalPorts()
const origin = `http://localhost:${port}`
let proxy: Awaited<ReturnType<typeof startTcpProxy>>
let app: Running

beforeAll(async () => {
  // Nothing gets through, so it does not matter which server is behind it.
  proxy = await startTcpProxy({ hostname: '127.0.0.1', port })
  proxy.stop()
  const silent = `postgres://somebody@127.0.0.1:${proxy.port}/loam`
  const given = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  app = run('The app without a database', ['src/serve.ts'], {
    ...Object.fromEntries(given),
    PORT: String(port),
    APP_URL: origin,
    DATABASE_URL: silent,
    DATABASE_SYSTEM_URL: silent,
    DATABASE_MIGRATION_URL: silent,
    LOG_LEVEL: 'silent',
  })
  await untilServed(`${origin}/api/health`, app, 30_000)
})
afterAll(async () => {
  proxy.close()
  await app.stop()
})

/** A browser that has a session, which every page looks up. */
function signedCookie() {
  const token = crypto.randomUUID()
  const secret = process.env.AUTH_SECRET ?? ''
  const signature = createHmac('sha256', secret).update(token).digest('base64')
  return `${site.id}.session_token=${encodeURIComponent(`${token}.${signature}`)}`
}

test('every page says in time that it cannot be shown, and asks to try again', async () => {
  const paths = (await pagePatterns())
    // Leads on to another one.
    .filter((pattern) => pattern !== '/admin')
    .map((pattern) => pattern.replace(/\$\w+Id\b/g, crypto.randomUUID()).replace(/\$\w+/g, 'some'))
  expect(paths.length).toBeGreaterThan(20)
  const headers = { accept: 'text/html', 'accept-language': 'de', cookie: signedCookie() }
  const answers = paths.map(async (path) => {
    const began = performance.now()
    const answer = await fetch(origin + path, { headers, redirect: 'manual' })
    return { path, answer, html: await answer.text(), ms: performance.now() - began }
  })
  for (const { path, answer, html, ms } of await Promise.all(answers)) {
    expect({ path, status: answer.status }).toEqual({ path, status: 503 })
    expect(Number(answer.headers.get('retry-after')), path).toBeGreaterThan(0)
    expect(answer.headers.get('cache-control'), path).toBe('no-store')
    expect(html, path).toContain('Gleich geht es weiter')
    expect(ms, path).toBeLessThan(longestMs)
  }
})
