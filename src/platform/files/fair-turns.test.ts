import { expect, test } from 'bun:test'
import { fairTurns } from './fair-turns.ts'

const bounds = { atOnce: 2, atOnceOfPerson: 1, waitingOfPerson: 5, waiting: 100, waitMs: 30_000 }

/** Work that ends when it is told to, and what has begun. */
function workshop(given: Partial<typeof bounds> = {}) {
  const inTurn = fairTurns({ ...bounds, ...given })
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  return {
    begun,
    ask: (person: string, name: string) =>
      inTurn(person, () => {
        begun.push(name)
        return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
      }),
    async end(name: string) {
      ends.get(name)?.()
      // The next in line begins after the promises of this one.
      await new Promise(setImmediate)
    },
  }
}

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  )

test('a person with much to do holds nobody else up', async () => {
  const { ask, end, begun } = workshop()
  const all = ['a1', 'a2', 'a3', 'a4'].map((name) => ask('a', name))
  expect(begun).toEqual(['a1'])
  all.push(ask('b', 'b1'))
  expect(begun).toEqual(['a1', 'b1'])
  all.push(ask('c', 'c1'), ask('d', 'd1'))
  await end('a1')
  expect(begun).toEqual(['a1', 'b1', 'a2'])
  await end('a2')
  expect(begun.at(-1)).toBe('c1')
  await end('c1')
  expect(begun.at(-1)).toBe('d1')
  for (const name of ['d1', 'b1', 'a3', 'a4']) await end(name)
  expect(await Promise.all(all)).toEqual(['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'd1'])
})

test('a line that is full is said to be, and a line of somebody else is not', async () => {
  const { ask, end } = workshop({ waitingOfPerson: 2 })
  const taken = [ask('a', 'a1'), ask('a', 'a2'), ask('a', 'a3')]
  expect(await codeOf(ask('a', 'a4'))).toBe('RATE_LIMITED')
  const other = ask('b', 'b1')
  for (const name of ['b1', 'a1', 'a2', 'a3']) await end(name)
  expect(await Promise.all([...taken, other])).toEqual(['a1', 'a2', 'a3', 'b1'])
})

test('a wait that takes too long ends, and leaves its place', async () => {
  const { ask, end, begun } = workshop({ waitMs: 20 })
  const first = ask('a', 'a1')
  expect(await codeOf(ask('a', 'a2'))).toBe('RATE_LIMITED')
  await end('a1')
  expect(await first).toBe('a1')
  const third = ask('a', 'a3')
  await end('a3')
  expect(await third).toBe('a3')
  expect(begun).toEqual(['a1', 'a3'])
})

test('work that fails gives its place to the next', async () => {
  const inTurn = fairTurns({ ...bounds, atOnce: 1 })
  const failed = codeOf(inTurn('a', () => Promise.reject(new Error('broken'))))
  expect(await inTurn('b', () => Promise.resolve('done'))).toBe('done')
  expect(await failed).toBeUndefined()
})
