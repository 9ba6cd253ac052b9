/**
 * A database that is silent, refuses, or answers nonsense. Which routes and procedures are asked comes
 * from the router, the API document and the list that the isolation tests keep complete.
 */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { z } from 'zod'
import { connectPostgres, type Connection } from '#/db/connection.ts'
import { openApiDocument } from '#/api/openapi.server.ts'
import { ask, askProcedure } from './isolation/ask.ts'
import { given } from './isolation/given.ts'
import { openEnginePaths } from './isolation/isolations.ts'
import { procedureCalls } from './isolation/observe-procedures.ts'
import { routeQuestions } from './isolation/observe-routes.ts'
import { startTcpProxy } from './tcp-proxy.ts'

const isOnServer = process.env.TEST_DATABASE_URL !== undefined
if (!isOnServer) console.log('deadlines.test.ts: without TEST_DATABASE_URL nothing can be stopped')

test('the API document declares the 503 of every call', async () => {
  const { paths = {} } = await openApiDocument()
  const calls = Object.values(paths).flatMap((path) =>
    z
      .array(z.looseObject({ responses: z.record(z.string(), z.unknown()) }))
      .parse(Object.values(path ?? {})),
  )
  expect(calls.length).toBeGreaterThan(20)
  for (const { responses } of calls) expect(responses).toHaveProperty('503')
})

const body = z.object({
  code: z.literal('UNAVAILABLE'),
  data: z.object({ retryAfterSeconds: z.number().int().positive() }),
})
/** Three seconds for a connection, five for a statement, and a busy machine. */
const longestMs = 9_000

describe.skipIf(!isOnServer)('on a server', () => {
  let proxy: Awaited<ReturnType<typeof startTcpProxy>>
  let connection: Connection
  const direct = globalThis.appDatabase

  beforeAll(async () => {
    const url = new URL(process.env.DATABASE_URL ?? '')
    const system = new URL(process.env.DATABASE_SYSTEM_URL ?? url)
    proxy = await startTcpProxy({ hostname: url.hostname, port: Number(url.port) })
    for (const address of [url, system]) address.host = `127.0.0.1:${proxy.port}`
    connection = connectPostgres({
      url: url.href,
      systemUrl: system.href,
      poolSize: 10,
      systemPoolSize: 5,
    })
    globalThis.appDatabase = Promise.resolve(connection)
    globalThis.appAuth = undefined
  })
  afterAll(async () => {
    globalThis.appDatabase = direct
    globalThis.appAuth = undefined
    proxy.accept()
    proxy.goOn()
    proxy.close()
    await connection.close()
  })

  const isReady = async () => (await ask('anonymous', 'health/ready')).status === 200

  const askPage = async () => (await askProcedure('owner', 'identity.me', {})).status

  async function timed<T>(work: Promise<T>) {
    const began = performance.now()
    return { answer: await work, ms: performance.now() - began }
  }

  const outages = {
    silent: { begin: () => proxy.stop(), end: () => proxy.goOn() },
    refusing: { begin: () => proxy.refuse(), end: () => proxy.accept() },
    'another server': {
      begin: () => proxy.say('HTTP/1.1 500 Internal Server Error\r\n\r\n'),
      end: () => proxy.accept(),
    },
  }

  test('a stopped server is not left with a connection for each request made in vain', async () => {
    expect(await Promise.all(Array.from({ length: 8 }, isReady))).not.toContain(false)
    proxy.stop()
    try {
      // Those that are open fall silent.
      await Promise.all(Array.from({ length: 20 }, askPage))
      const before = proxy.taken()
      for (let i = 0; i < 2; i++) {
        const asked = await timed(Promise.all(Array.from({ length: 100 }, askPage)))
        expect(new Set(asked.answer)).toEqual(new Set([503]))
        expect(asked.ms).toBeLessThan(longestMs)
      }
      expect(proxy.taken() - before).toBeLessThan(20)
    } finally {
      proxy.goOn()
    }
    expect(await isReady()).toBe(true)
    expect(await Promise.all(Array.from({ length: 100 }, askPage))).not.toContain(503)
  }, 60_000)

  for (const [kind, outage] of Object.entries(outages)) {
    test(`${kind}: every call is answered in time, and the first one afterwards works`, async () => {
      // The pools have connections, which is what makes a silent server hard to notice.
      expect(await Promise.all(Array.from({ length: 8 }, isReady))).not.toContain(false)
      outage.begin()
      try {
        const ready = await timed(ask('anonymous', 'health/ready'))
        expect(ready.answer.status).toBe(503)
        expect(ready.ms).toBeLessThan(4_000)
        expect((await ask('anonymous', 'health')).status).toBe(200)

        const procedures = procedureCalls.map(async ({ name, label, call }) => ({
          label,
          ...(await timed(askProcedure('owner', name, call(given.real, 'owner')))),
        }))
        const routes = routeQuestions.map(async ({ label, ask: question }) => ({
          label,
          ...(await timed(question('owner', 'real'))),
        }))
        const engine = openEnginePaths.map(async (path) => ({
          label: `auth${path}`,
          ...(await timed(askEngine(path))),
        }))
        for (const { label, answer, ms } of await Promise.all([...procedures, ...routes])) {
          expect({ label, status: answer.status }).toEqual({ label, status: 503 })
          expect(Number(answer.headers['retry-after']), label).toBeGreaterThan(0)
          expect(ms, label).toBeLessThan(longestMs)
          const said = z.looseObject({ json: z.unknown() }).safeParse(JSON.parse(answer.body))
          expect(body.safeParse(said.data?.json ?? JSON.parse(answer.body)).success, label).toBe(
            true,
          )
        }
        for (const { label, answer, ms } of await Promise.all(engine)) {
          expect(ms, label).toBeLessThan(longestMs)
          if (answer.status >= 500) {
            expect({ label, status: answer.status }).toEqual({ label, status: 503 })
            expect(Number(answer.headers['retry-after']), label).toBeGreaterThan(0)
          }
        }
        const signIn = await askEngine('/sign-in/email')
        expect(signIn.status).toBe(503)
      } finally {
        outage.end()
      }
      const since = performance.now()
      while (!(await isReady())) expect(performance.now() - since).toBeLessThan(1_000)
      expect(await Promise.all(Array.from({ length: 20 }, isReady))).not.toContain(false)
    }, 90_000)
  }
})

const engineBodies: Record<string, object> = {
  '/sign-in/email': { email: 'nobody@people.example', password: 'seven quiet gardens' },
  '/sign-up/email': {
    email: 'nobody@people.example',
    password: 'seven quiet gardens',
    name: 'Nobody',
    callbackURL: '/home',
  },
  '/request-password-reset': { email: 'nobody@people.example' },
  '/send-verification-email': { email: 'nobody@people.example', callbackURL: '/home' },
  '/reset-password': { token: 'no-such-token', newPassword: 'seven quiet gardens' },
}

/** Those that are not forms are opened, or sent nothing. */
function askEngine(path: string) {
  const given = engineBodies[path]
  const isSent = given !== undefined || ['/sign-out', '/stripe/webhook'].includes(path)
  return ask('owner', `auth${path.replace(':token', 'no-such-token')}`, {
    method: isSent ? 'POST' : 'GET',
    ...(isSent && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(given ?? {}),
    }),
  })
}
