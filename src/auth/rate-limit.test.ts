import { expect, test } from 'bun:test'
import { eq, sql } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { rateLimit } from '#/db/schema/rate-limits.ts'
import { countAttempt, countAttemptIn, forgetAttempts } from './rate-limit.server.ts'

const threeAMinute = { max: 3, windowSeconds: 60 }

test('of many attempts at the same moment only so many are allowed', async () => {
  const key = crypto.randomUUID()
  const attempts = await Promise.all(
    Array.from({ length: 12 }, () => countAttempt(key, threeAMinute)),
  )
  expect(attempts.filter(({ allowed }) => allowed)).toHaveLength(3)
  const refused = attempts.find(({ allowed }) => !allowed)
  expect(refused?.retryAfterSeconds).toBeWithin(55, 61)
})

// The embedded database has one session, so nothing can overtake there.
test.if(process.env.TEST_DATABASE_URL !== undefined)(
  'a window begun by a younger transaction is no longer than the limit says',
  async () => {
    const key = crypto.randomUUID()
    const began = Promise.withResolvers<void>()
    const overtaken = Promise.withResolvers<void>()
    const older = asSystem('test: be overtaken', async (tx) => {
      await tx.execute(sql`select now()`)
      began.resolve()
      await overtaken.promise
      return countAttemptIn(tx, key, threeAMinute)
    })
    await began.promise
    await Bun.sleep(5)
    await countAttempt(key, threeAMinute)
    overtaken.resolve()
    expect((await older).retryAfterSeconds).toBe(60)
  },
)

test('one key does not use up another, and a success forgets the failures', async () => {
  const [key, other] = [crypto.randomUUID(), crypto.randomUUID()]
  for (let i = 0; i < 4; i++) await countAttempt(key, threeAMinute)
  expect((await countAttempt(other, threeAMinute)).allowed).toBe(true)
  expect((await countAttempt(key, threeAMinute)).allowed).toBe(false)
  await forgetAttempts(key)
  expect((await countAttempt(key, threeAMinute)).allowed).toBe(true)
})

test('a window that is over begins anew, and is swept away by others', async () => {
  // One attempt sweeps fifty, and other tests have left theirs.
  await asSystem('test: begin with none', (tx) => tx.delete(rateLimit))
  const key = crypto.randomUUID()
  for (let i = 0; i < 4; i++) await countAttempt(key, threeAMinute)
  const past = new Date(Date.now() - 1_000)
  await asSystem('test: let the windows end', (tx) => tx.update(rateLimit).set({ endsAt: past }))
  expect((await countAttempt(key, threeAMinute)).allowed).toBe(true)
  await asSystem('test: let the windows end', (tx) => tx.update(rateLimit).set({ endsAt: past }))
  await countAttempt(crypto.randomUUID(), threeAMinute)
  const left = await asSystem('test: count', (tx) =>
    tx.select().from(rateLimit).where(eq(rateLimit.endsAt, past)),
  )
  expect(left).toHaveLength(0)
})
