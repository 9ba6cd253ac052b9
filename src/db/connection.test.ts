import { expect, test } from 'bun:test'
import { sql } from 'drizzle-orm'
import { createPerson } from '../../tests/people.ts'
import { asSystem, asUser, visitor } from './access.server.ts'
import type { Tx } from './connection.ts'

const whoAsks = sql`select current_setting('request.user_id', true) as "user"`

test('a transaction that has ended answers nobody, whoever has its connection now', async () => {
  const person = await createPerson()
  let kept: Tx | undefined
  await asUser(visitor, async (tx) => {
    kept = tx
  })
  const late = () => kept?.execute(whoAsks).then(String, (error: Error) => String(error.cause))
  expect(await late()).toMatch(/transaction (has ended|is closed)/i)
  const during = await asUser({ userId: person.id }, async (tx) => {
    // Outside of the embedded database it is the same connection.
    const answer = late()
    await tx.execute(whoAsks)
    return { answer }
  })
  expect(await during.answer).toMatch(/transaction (has ended|is closed)/i)
})

test('nor does one that was taken back, or a prepared statement or a savepoint of it', async () => {
  let late: (() => Promise<unknown>)[] = []
  await asSystem('test: fail', async (tx) => {
    late = [() => tx.execute(whoAsks), () => tx.transaction((inner) => inner.execute(whoAsks))]
    throw new Error('no')
  }).catch(() => {})
  for (const ask of late) {
    const answer = ask().then(String, (error: Error) => String(error.cause))
    expect(await answer).toMatch(/transaction (has ended|is closed)/i)
  }
})

test('what is not awaited, but was asked before the end, belongs to the transaction', async () => {
  const person = await createPerson()
  const { asked } = await asUser({ userId: person.id }, async (tx) => ({
    // A statement is sent when somebody waits for it.
    asked: tx.execute<{ user: string }>(whoAsks).then((answer) => answer),
  }))
  expect(await asked).toHaveProperty('rows', [{ user: person.id }])
})

test('when a transaction cannot begin, what followed at once is not answered', async () => {
  const impossible = asUser({ userId: 'a\0b' }, (tx) => tx.execute(whoAsks))
  await expect(impossible).rejects.toThrow()
  await expect(asUser({ userId: 'a\0b' }, async () => 'nothing asked')).rejects.toThrow()
  expect(await asUser({ userId: 'c' }, (tx) => tx.execute(whoAsks))).toHaveProperty('rows', [
    { user: 'c' },
  ])
})

test('what is asked often is answered to each for themselves', async () => {
  const people = Array.from({ length: 40 }, (_, at) => `person-${at}`)
  const askedBy = (userId: string) =>
    asUser({ userId }, (tx) => tx.select({ user: sql<string>`current_user_id()` }).from(one))
  const one = sql`(select 1) as one`
  for (let round = 0; round < 3; round++) {
    const answers = await Promise.all(people.map(askedBy))
    expect(answers.map(([row]) => row?.user)).toEqual(people)
  }
})
