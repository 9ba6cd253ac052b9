/**
 * Stripe, SMTP and Redis that are silent, hang up, answer short or answer nonsense: each call fails
 * within the deadline that docs/operations.md names. The storage is in platform/files/storage-faults.test.ts,
 * the models where they are called, the database in deadlines.test.ts.
 */
import { join } from 'node:path'
import { createServer, type Socket } from 'node:net'
import { expect, test } from 'bun:test'
import { z } from 'zod'

type Fault = (client: Socket) => void

const faults: [string, Fault][] = [
  ['is silent', () => {}],
  ['hangs up', (client) => client.destroy()],
  ['answers short', (client) => client.end('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"id"')],
  [
    'answers 500',
    (client) => client.end('HTTP/1.1 500 Internal Server Error\r\ncontent-length: 0\r\n\r\n'),
  ],
]

/** A server on a free port that treats each connection so. */
async function faulty(fault: Fault) {
  const clients = new Set<Socket>()
  const server = createServer((client) => {
    clients.add(client)
    client.on('error', () => {})
    client.once('close', () => clients.delete(client))
    fault(client)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the server has no port')
  return {
    port: address.port,
    async close() {
      for (const client of clients) client.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The milliseconds in which a call must fail, even on a busy machine. Stripe is asked twice, 5 s each. */
const deadlines = { Stripe: 13_000, SMTP: 12_000, Redis: 7_000 }

const outcome = z.object({ error: z.string().nullable(), ms: z.number() })

for (const [name, ms] of Object.entries(deadlines)) {
  test.concurrent.each(faults)(
    `${name} that %s is given up in time`,
    async (_, fault) => {
      const server = await faulty(fault)
      const child = Bun.spawn(
        [process.execPath, join(import.meta.dirname, 'outside-call.ts'), name],
        {
          env: { ...process.env, OUTSIDE_PORT: String(server.port) },
          stdout: 'pipe',
          stderr: 'inherit',
        },
      )
      try {
        const said = outcome.parse(JSON.parse(await new Response(child.stdout).text()))
        expect(said.error).toBeString()
        expect(said.ms).toBeLessThan(ms)
      } finally {
        child.kill()
        await server.close()
      }
    },
    30_000,
  )
}
