import { expect, test } from 'bun:test'
import { sql } from 'drizzle-orm'
import { asSystem, asUser, visitor } from './access.server.ts'
import { outsideTransaction } from './open-transaction.server.ts'

const shout = () => outsideTransaction('a test')
const nothing = async () => {}

test('outside of a transaction one may talk to others', () => {
  expect(shout).not.toThrow()
})

test('inside of one, whoever would make it wait is refused', async () => {
  for (const [name, open] of [
    ['asUser', (work: () => Promise<void>) => asUser(visitor, work)],
    ['asSystem(test)', (work: () => Promise<void>) => asSystem('test', work)],
  ] as const) {
    await expect(open(async () => shout())).rejects.toThrow(
      `a test is awaited inside the transaction ${name}`,
    )
  }
})

test('also far below the transaction, after timers and other queries', async () => {
  const deep = async () => {
    await Bun.sleep(1)
    await new Promise((resolve) => setTimeout(resolve, 1))
    shout()
  }
  const asked = asUser(visitor, async (tx) => {
    await tx.execute(sql`select 1`)
    await Promise.all([deep(), Bun.sleep(1)])
  })
  await expect(asked).rejects.toThrow('a test is awaited inside the transaction asUser')
})

test('after the end nobody is accused, whether it was saved or taken back', async () => {
  await asUser(visitor, nothing)
  expect(shout).not.toThrow()
  await asUser(visitor, async () => {
    throw new Error('no')
  }).catch(nothing)
  expect(shout).not.toThrow()
})

test('work that goes on in the background after the end is not accused', async () => {
  const ended = Promise.withResolvers<void>()
  const background = await asUser(visitor, async () => {
    // Boxed, or the transaction would wait for it.
    return { work: ended.promise.then(shout) }
  })
  ended.resolve()
  await background.work
})

test('a transaction inside a transaction is refused, in every combination', async () => {
  const user = (work: () => Promise<void>) => asUser(visitor, work)
  const system = (work: () => Promise<void>) => asSystem('test', work)
  for (const outer of [user, system]) {
    for (const inner of [user, system]) {
      await expect(outer(() => inner(nothing))).rejects.toThrow('use the transaction that is open')
    }
  }
  await user(nothing)
})

test('two transactions beside each other, and one after the other, are not inside each other', async () => {
  await Promise.all([asUser(visitor, nothing), asSystem('test', nothing)])
  await asUser(visitor, nothing)
  await asSystem('test', nothing)
})

test('a transaction that the background opens after the end is one of its own', async () => {
  const ended = Promise.withResolvers<void>()
  const { work } = await asUser(visitor, async () => ({
    work: ended.promise.then(() => asSystem('test: later', nothing)),
  }))
  ended.resolve()
  await work
})
