import { expect, test } from 'bun:test'
import { sql } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { describeError, withoutValues } from './describe-error.ts'

test('a failed query is logged without its parameters', async () => {
  const failure = await asSystem('test: fail', (tx) =>
    tx.execute(sql`select ${'a-secret-token'}::integer`),
  ).catch((error: unknown) => error)
  const logged = JSON.stringify(describeError(failure))
  expect(logged).toContain('Failed query: select')
  expect(logged).toContain('22P02')
  expect(logged).not.toContain('a-secret-token')
})

test.each([
  ['invalid input syntax for type uuid: "Zx9-secret"', 'Zx9-secret'],
  ['invalid input value for enum state: "a "quoted" secret"', 'secret'],
  ['Key (email)=(ada@people.example) already exists.', 'ada'],
  ['Failed query: select $1\nparams: ada@people.example,7f\n    at secret', 'secret'],
  ["Can't send mail - all recipients were rejected: 550 <ada@people.example> unknown", 'ada@'],
  ['Invalid callbackURL: https://evil.example/reset?token=abc123', 'abc123'],
  ['reset-password:Jd83hfKs92mNbv73hdKq81ls', 'Jd83hfKs92mNbv73hdKq81ls'],
  ['token eyJhbGciOiJIUzI1NiJ9ab.eyJlbWFpbCI6ImFkYSJ9.c2lnbmF0dXJlLXNpZw', 'eyJlbWFpbCI6ImFkYSJ9'],
])('%p is logged without its value', (message, value) => {
  const cause = new Error(message)
  for (const error of [
    cause,
    new Error('outer', { cause }),
    { message, stack: cause.stack },
    message,
  ]) {
    expect(JSON.stringify(describeError(error))).not.toContain(value)
  }
})

test.each([
  'relation "verification" does not exist',
  'duplicate key value violates unique constraint "user_email_unique"',
  'connect ECONNREFUSED 127.0.0.1:5432',
  "Cannot find module '/app/node_modules/@better-auth/core/index.mjs'",
])('%s says enough to find the cause', (message) => {
  expect(describeError(new Error(message))).toMatchObject({ message })
})

test('causes are followed for a few steps, and a circle ends', () => {
  const error = new Error('outer', { cause: new Error('inner') })
  expect(describeError(error)).toMatchObject({ message: 'outer', cause: { message: 'inner' } })
  const circle = new Error('round')
  circle.cause = circle
  expect(JSON.stringify(describeError(circle)).match(/round/g)).toHaveLength(4)
})

test('a long message is cut before it is searched, and no half of a token is left', () => {
  const begun = performance.now()
  for (const long of ['a.', 'a-', 'A1', 'A1.', 'a@']) withoutValues(long.repeat(50_000))
  expect(performance.now() - begun).toBeLessThan(200)
  const cut = withoutValues(`${'x '.repeat(990)}ada.secret@people.example Jd83hfKs92mNbv73hdKq81ls`)
  expect(cut).not.toMatch(/ada|Jd83/)
  expect(withoutValues(`${'word '.repeat(397)}refused by Jd83hfKs92mNbv73hdKq81ls`)).toEndWith('…')
})
