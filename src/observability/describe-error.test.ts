import { expect, test } from 'bun:test'
import { sql } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { describeError } from './describe-error.ts'

test('a failed query is logged without its parameters', async () => {
  const failure = await asSystem('test: fail', (tx) =>
    tx.execute(sql`select ${'a-secret-token'}::integer`),
  ).catch((error: unknown) => error)
  const logged = JSON.stringify(describeError(failure))
  expect(logged).toContain('Failed query: select')
  expect(logged).toContain('22P02')
  // Postgres itself repeats the value that it could not read.
  expect(logged.split('a-secret-token').length - 1).toBeLessThanOrEqual(1)
})

test('causes are followed for a few steps, and a circle ends', () => {
  const error = new Error('outer', { cause: new Error('inner') })
  expect(describeError(error)).toMatchObject({ message: 'outer', cause: { message: 'inner' } })
  const circle = new Error('round')
  circle.cause = circle
  expect(JSON.stringify(describeError(circle)).match(/round/g)).toHaveLength(4)
})
