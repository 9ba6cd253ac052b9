import pg from 'pg'
import { Unavailable, unavailableIn } from '#/unavailable.ts'
import type { RequestSettings } from './connection.ts'
import {
  databaseDeadlines,
  databaseOutage,
  isOutage,
  wasSilent,
  withAvailability,
} from './deadlines.ts'
import { noticeOutage } from './noticed-outage.server.ts'

export function poolOf(
  connectionString: string,
  role: RequestSettings['role'],
  max: number,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: databaseDeadlines.connection,
    // The client is destroyed by it, because the statements behind this one wait as well.
    query_timeout: databaseDeadlines.statement,
    // A statement is sent before the one ahead of it is answered; never beyond a transaction's end.
    pipeline: true,
    options: `-c role=${role} -c statement_timeout=${databaseDeadlines.statement - 500} -c idle_in_transaction_session_timeout=15000`,
  })
  pool.on('connect', (client) => void lastHeard.set(client, performance.now()))
  // A client that breaks while nobody waits for it would otherwise end the process; one that is lent
  // has no other listener, and its next statement fails.
  pool.on('connect', (client) => client.on('error', () => {}))
  pool.on('error', () => {})
  return pool
}

const lastHeard = new WeakMap<pg.PoolClient, number>()
let lastSilence = -Infinity

/**
 * A connection of the pool for one piece of work. One over which the server fell silent is destroyed,
 * and so are those that were idle at that moment: the first request after an outage shall not find out
 * for each of them that nobody is at the other end.
 */
export async function withClient<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient, discard: (reason: Error) => void) => Promise<T>,
): Promise<T> {
  const client = await connectionOf(pool)
  let unusable: Error | undefined
  try {
    const result = await work(client, (reason) => (unusable = reason))
    databaseOutage.answered()
    return result
  } catch (cause) {
    const error = withAvailability(cause)
    const unavailable = unavailableIn(error)
    if (unavailable) noticeOutage(unavailable)
    if (isOutage(unavailable)) databaseOutage.failed(unavailable)
    if (wasSilent(unavailable)) {
      lastSilence = performance.now()
      away.add(pool)
    }
    unusable ??= unavailable ?? (isOutdated(error) ? error : undefined)
    throw error
  } finally {
    if (!unusable) lastHeard.set(client, performance.now())
    client.release(unusable)
  }
}

/** Pools whose server did not answer the last time, and the newest attempt of each to reach it. */
const away = new WeakSet<pg.Pool>()
const attempts = new WeakMap<pg.Pool, Promise<unknown>>()

/** After so many milliseconds an attempt is not waited for any longer; the next one begins. */
const patience = 500

/**
 * While the server is away, one request tries to reach it and the others share its outcome. A stopped
 * server keeps every connection that was opened in vain and serves them all before the next one, so
 * hundreds of them would delay its return by seconds. An attempt that began in the silence may hear
 * nothing after it either, hence a new one every now and then.
 */
async function connectionOf(pool: pg.Pool): Promise<pg.PoolClient> {
  const until = performance.now() + databaseDeadlines.connection
  try {
    while (away.has(pool) && performance.now() < until) {
      const newest = attempts.get(pool)
      if (!newest) return await attemptOf(pool)
      await Promise.race([newest, Bun.sleep(patience)])
      if (attempts.get(pool) === newest) attempts.delete(pool)
    }
    if (away.has(pool)) throw new Unavailable('database')
    return await answeringClient(pool)
  } catch (cause) {
    const error = cause instanceof Unavailable ? cause : new Unavailable('database', { cause })
    away.add(pool)
    databaseOutage.failed(error)
    noticeOutage(error)
    throw error
  }
}

function attemptOf(pool: pg.Pool): Promise<pg.PoolClient> {
  const attempt = answeringClient(pool).finally(() => {
    if (attempts.get(pool) === attempt) attempts.delete(pool)
  })
  attempts.set(pool, attempt)
  return attempt
}

async function answeringClient(pool: pg.Pool): Promise<pg.PoolClient> {
  let client = await pool.connect()
  while ((lastHeard.get(client) ?? 0) < lastSilence) {
    client.release(true)
    client = await pool.connect()
  }
  away.delete(pool)
  return client
}

/** The statement was prepared before a column changed its type; a new connection prepares it again. */
const isOutdated = (error: unknown): error is Error =>
  error instanceof Error &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  error.cause.code === '0A000'
