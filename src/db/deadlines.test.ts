import { expect, test } from 'bun:test'
import pg from 'pg'
import { Unavailable } from '#/unavailable.ts'
import { withAvailability } from './deadlines.ts'

/** As pg-boss hands errors over: a plain object, with its worker's name at the end of the message. */
const copyOf = (error: Error): unknown => ({
  ...error,
  message: `${error.message} (Queue: send-mail, Worker: 7)`,
  stack: error.stack,
})

async function refusedConnection(): Promise<Error> {
  const pool = new pg.Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/nothing' })
  return pool.query('select 1').then(
    () => new Error('connected'),
    (error: Error) => error,
  )
}

const answerOf = (code: string) => {
  const error = new pg.DatabaseError('said by Postgres', 1, 'error')
  return Object.assign(error, { code, severity: 'FATAL' })
}

test('an outage is known as one, also in the copies that the queue makes of an error', async () => {
  const outages = [
    await refusedConnection(),
    new Error('Query read timeout'),
    new Error('Connection terminated unexpectedly'),
    answerOf('57P01'),
    answerOf('53300'),
  ]
  for (const error of outages) {
    expect(withAvailability(error)).toBeInstanceOf(Unavailable)
    expect(withAvailability(copyOf(error))).toBeInstanceOf(Unavailable)
  }
})

test('any other failure stays what it is', () => {
  for (const error of [answerOf('23505'), answerOf('42P01'), new TypeError('no'), null, 'text']) {
    expect(withAvailability(error)).toBe(error)
  }
  const copy = copyOf(answerOf('42P01'))
  expect(withAvailability(copy)).toBe(copy)
})
