/** Clicks that reach two server processes on one Postgres at the same moment. */
import { afterAll, beforeAll, describe, expect, test } from 'bun:test'
import { join } from 'node:path'
import { z } from 'zod'
import { openShop, pay } from '../../../tests/payments.ts'
import { createPerson, createTenant } from '../../../tests/people.ts'
import { cookieOf } from '../../../tests/sessions.ts'
import { stripe } from '#/adapters/stripe.server.ts'
import { env } from '#/env.server.ts'

const root = join(import.meta.dir, '../../..')
const answer = z.object({ url: z.string() })

async function startServer() {
  const probe = Bun.listen({ hostname: '127.0.0.1', port: 0, socket: { data() {} } })
  const { port } = probe
  probe.stop(true)
  // The environment names the database of this test process.
  const child = Bun.spawn([process.execPath, 'tests/api-server.ts'], {
    cwd: root,
    env: { ...process.env, PORT: String(port) },
    stdin: 'pipe',
    stdout: 'ignore',
    stderr: 'inherit',
  })
  const origin = `http://127.0.0.1:${port}`
  const until = performance.now() + 30_000
  while (!(await fetch(`${origin}/api/health/ready`).catch(() => null))?.ok) {
    if (performance.now() > until) throw new Error('no server came up')
    await Bun.sleep(50)
  }
  return {
    async checkout(
      cookie: string,
      wanted: { interval: 'month' | 'year'; organizationSlug?: string },
    ) {
      const response = await fetch(`${origin}/api/v1/billing/checkout`, {
        method: 'POST',
        headers: { cookie, origin: env.APP_URL, 'content-type': 'application/json' },
        body: JSON.stringify(wanted),
      })
      expect(response.status).toBe(200)
      return answer.parse(await response.json()).url
    },
    async stop() {
      child.kill()
      await child.exited
    },
  }
}
type Server = Awaited<ReturnType<typeof startServer>>

const liveOf = async (referenceId: string) => {
  const found = []
  for await (const row of stripe.subscriptions.list({ limit: 100 })) {
    if (row.metadata.referenceId === referenceId) found.push(row.id)
  }
  return found
}

describe.skipIf(!process.env.TEST_DATABASE_URL)('two servers', () => {
  let servers: [Server, Server]
  let shop: Awaited<ReturnType<typeof openShop>>
  beforeAll(async () => {
    shop = await openShop()
    servers = await Promise.all([startServer(), startServer()])
  }, 60_000)
  afterAll(() => Promise.all(servers.map((server) => server.stop())))

  const customersAt = (email: string) =>
    shop.customers().filter((customer) => customer.email === email && !customer.deleted)

  test('lead the clicks of a person to one page and one customer', async () => {
    for (let attempt = 0; attempt < 15; attempt++) {
      const person = await createPerson()
      const cookie = await cookieOf(person)
      const pages = await Promise.all(
        servers.map((server) => server.checkout(cookie, { interval: 'month' })),
      )
      expect(new Set(pages).size).toBe(1)
      await Promise.all(pages.map((page) => pay(page)))
      expect(await liveOf(person.id)).toHaveLength(1)
      expect(customersAt(person.email)).toHaveLength(1)
    }
  }, 60_000)

  test('leave one page to pay when the clicks differ, for a person and for their organisation', async () => {
    for (let attempt = 0; attempt < 10; attempt++) {
      const person = await createPerson()
      const tenant = await createTenant(person)
      const cookie = await cookieOf(person)
      const payers = [
        [{}, person.id],
        [{ organizationSlug: tenant.slug }, tenant.id],
      ] as const
      const pages = await Promise.all(
        payers.map(([payer]) =>
          Promise.all([
            servers[0].checkout(cookie, { ...payer, interval: 'month' }),
            servers[1].checkout(cookie, { ...payer, interval: 'year' }),
          ]),
        ),
      )
      const paid = await Promise.all(pages.flat().map((page) => pay(page)))
      expect(paid.filter(({ status }) => status === 303)).toHaveLength(2)
      for (const [, referenceId] of payers) expect(await liveOf(referenceId)).toHaveLength(1)
      expect(customersAt(person.email)).toHaveLength(2)
    }
  }, 60_000)
})
