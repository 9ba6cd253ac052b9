import { expect, test } from 'bun:test'
import { sql } from 'drizzle-orm'
import { asSystem } from './access.server.ts'
import { type ConfirmLease, LeaseTaken, withLease } from './lease.server.ts'
import { lease } from './schema/leases.ts'

const newName = () => `test:${crypto.randomUUID()}`

/** Holds a lease until `end` is called. */
async function hold(name: string, leaseMs?: number) {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>()
  const { promise: begun, resolve: begin } = Promise.withResolvers<ConfirmLease>()
  const work = withLease(
    name,
    async (confirm) => {
      begin(confirm)
      await ended
    },
    leaseMs ? { leaseMs } : {},
  )
  const confirm = await begun
  return {
    confirm,
    async end() {
      end()
      await work
    },
  }
}

/** As after the crash of every process that holds one. */
const expireAll = () =>
  asSystem('test: leases run out', (tx) =>
    tx.update(lease).set({ endsAt: sql`clock_timestamp() - interval '1 second'` }),
  )

test('work under one name never overlaps, and all of it is done', async () => {
  const name = newName()
  let running = 0
  let most = 0
  const done = await Promise.all(
    Array.from({ length: 8 }, (_, index) =>
      withLease(
        name,
        async () => {
          most = Math.max(most, ++running)
          await asSystem('test: something to wait for', (tx) => tx.execute(sql`select 1`))
          running--
          return index
        },
        { pollMs: 5 },
      ),
    ),
  )
  expect(most).toBe(1)
  expect(done).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
})

test('another name does not wait', async () => {
  const held = await hold(newName())
  expect(await withLease(newName(), async () => 'done')).toBe('done')
  await held.end()
})

test('a caller waits for a bounded time', async () => {
  const name = newName()
  const held = await hold(name)
  await expect(withLease(name, async () => 1, { waitMs: 50, pollMs: 10 })).rejects.toThrow(
    LeaseTaken,
  )
  await held.end()
  expect(await withLease(name, async () => 'free')).toBe('free')
})

test('a failure frees the lease', async () => {
  const name = newName()
  const failing = withLease(name, async () => {
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await withLease(name, async () => 'free', { waitMs: 0 })).toBe('free')
})

test('the lease of a process that died is taken over, and that process learns it', async () => {
  const name = newName()
  const paused = await hold(name)
  await expireAll()
  expect(await withLease(name, async () => 'taken over', { waitMs: 0 })).toBe('taken over')
  await expect(paused.confirm()).rejects.toThrow(LeaseTaken)
  await paused.end()
})

test('work that takes longer than the lease keeps it', async () => {
  const name = newName()
  const held = await hold(name, 90)
  await expect(withLease(name, async () => 1, { waitMs: 400, pollMs: 20 })).rejects.toThrow(
    LeaseTaken,
  )
  await held.confirm()
  await held.end()
})
