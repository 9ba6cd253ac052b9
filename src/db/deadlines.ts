import pg from 'pg'
import { outageLog } from '#/observability/outage-log.server.ts'
import { type Outside, Unavailable } from '#/unavailable.ts'

/**
 * Milliseconds, kept on our side: a server that was stopped, or whose network is gone, honours none of
 * its own limits.
 */
export const databaseDeadlines = {
  /** Until a request has a connection: a free one of the pool, or a new one. */
  connection: 3_000,
  /** Until a statement is answered. Postgres itself ends it a moment sooner (statement_timeout). */
  statement: 5_000,
  /** Between two statements of a transaction; who waits for something else holds a connection. */
  idleInTransaction: 10_000,
  /** The embedded database is one session: everybody waits in one line. */
  embeddedTurn: 10_000,
} as const

export const databaseOutage = outageLog('database')

/** Settles as `work` does, or throws Unavailable after so many milliseconds. */
export async function within<T>(
  milliseconds: number,
  work: Promise<T>,
  outside: Outside = 'database',
): Promise<T> {
  let timer: Timer | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Unavailable(outside)), milliseconds)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Connection exceptions (08), lack of resources (53), shutdown and start of the server (57P), and a
 * statement that took too long (57014).
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const unavailableState = /^(08|53|57P|57014)/

type Fields = Partial<Record<'code' | 'severity' | 'syscall' | 'message', unknown>>
/** Read by its fields, because the queue hands over copies of errors that are none themselves. */
const fieldsOf = (error: unknown): Fields => Object(error)

/** An answer of Postgres is our error unless it says that it cannot work; silence is never our error. */
function isUnavailable(error: unknown): boolean {
  const { code, severity, syscall, message } = fieldsOf(error)
  if (severity !== undefined) return unavailableState.test(String(code))
  // The error of a socket, or the driver's own words, which have no code.
  return (
    (syscall !== undefined && code !== undefined) ||
    /^(Query read timeout|Connection terminated|Client (has encountered|was closed)|timeout e)/.test(
      String(message),
    )
  )
}

/** The error itself, or Unavailable in its place. */
export function withAvailability(error: unknown, outcomeUnknown = false): unknown {
  if (error instanceof Unavailable) return error
  return isUnavailable(error)
    ? new Unavailable('database', { cause: error, outcomeUnknown })
    : error
}

/** No answer came, so that other connections of the same age may be as dead. */
export const wasSilent = (error: unknown): boolean =>
  error instanceof Unavailable &&
  error.cause instanceof Error &&
  error.cause.message === 'Query read timeout'

/** A statement that Postgres ended because it took too long says nothing about the server. */
export const isOutage = (error: Unavailable | undefined): error is Unavailable =>
  error !== undefined && !(error.cause instanceof pg.DatabaseError && error.cause.code === '57014')

/** Ends a transaction whose work waits for something else than the database. */
export function watchIdle() {
  const { promise: ended, reject } = Promise.withResolvers<never>()
  ended.catch(() => {})
  const timer = setTimeout(() => {
    reject(new Unavailable('database', { cause: new Error('the transaction was idle') }))
  }, databaseDeadlines.idleInTransaction)
  return { ended, touch: () => void timer.refresh(), stop: () => clearTimeout(timer) }
}
