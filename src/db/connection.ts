import { type PGlite, type Transaction, TransactionAbortedError } from '@electric-sql/pglite'
import { drizzle as drizzlePg } from 'drizzle-orm/node-postgres'
import { NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres/session'
import {
  type PgDatabase,
  PgDialect,
  type PgQueryResultHKT,
  type PgTransaction,
} from 'drizzle-orm/pg-core'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { PgliteSession, PgliteTransaction } from 'drizzle-orm/pglite/session'
import pg from 'pg'
import { Unavailable, unavailableIn } from '#/unavailable.ts'
import { databaseDeadlines, watchIdle, within, withAvailability } from './deadlines.ts'
import { ask, isWrite, withKnownWrites } from './engine-writes.ts'
import { nameOfOftenAsked } from './often-asked.ts'
import { noticeOutage } from './noticed-outage.server.ts'
import { openPglite, withOwnParsers } from './pglite.ts'
import { preparedStatements } from './pglite-statements.ts'
import { poolOf, withClient } from './pool.ts'
import { originSettings } from './request-origin.ts'

type NoSchema = Record<string, never>
/** An open transaction: whatever reads or writes rows is given one. */
export type Tx = PgTransaction<PgQueryResultHKT, NoSchema, NoSchema>

/** Set locally, so they end with the transaction. Empty is nobody. */
export type RequestSettings = {
  role: 'app_user' | 'app_system'
  'request.user_id': string
  'request.visitor_id': string
  'request.org_id': string
  'request.reason': string
}

/** The auth engine's own writes. */
const engineSettings: RequestSettings = {
  role: 'app_system',
  'request.user_id': '',
  'request.visitor_id': '',
  'request.org_id': '',
  'request.reason': 'auth engine',
}

export type Connection = {
  transaction<T>(settings: RequestSettings, work: (tx: Tx) => Promise<T>): Promise<T>
  /** For the libraries that run statements of their own (auth engine, queue): as app_system. */
  system: PgDatabase<PgQueryResultHKT, NoSchema>
  client: { kind: 'pglite'; pglite: PGlite } | { kind: 'postgres'; pools: pg.Pool[] }
  close(): Promise<void>
}

const casing = 'snake_case'
const dialect = new PgDialect({ casing })

/** The work went on after a statement had failed, so Postgres took everything back. */
export class TransactionAborted extends Error {
  constructor() {
    super('a statement failed and the transaction was not ended: nothing was saved')
    this.name = 'TransactionAborted'
  }
}

type PostgresOptions = {
  /** The login for the work of people; it is enough when it may become app_user. */
  url: string
  /** The login for the work of nobody; the same one when there is only one. */
  systemUrl?: string
  poolSize: number
  systemPoolSize: number
}

/**
 * Postgres over the network, through two pools: what a person's request can reach is never a
 * connection of the system's. A client whose transaction could not be ended is destroyed, never
 * handed out again, so that no connection carries somebody's settings into the next request.
 */
export function connectPostgres(options: PostgresOptions): Connection {
  const { url, systemUrl = url, poolSize, systemPoolSize } = options
  const pools = {
    app_user: poolOf(url, 'app_user', poolSize),
    app_system: poolOf(systemUrl, 'app_system', systemPoolSize),
  }
  const inTransaction = async <T>(
    settings: RequestSettings,
    work: (client: pg.PoolClient) => Promise<T>,
  ): Promise<T> =>
    withClient(pools[settings.role], async (client, discard) => {
      const begun = client.query(`begin; ${setLocally(settings)}`)
      // The first statement of a person follows at once. Should the beginning fail, it runs in the name
      // of nobody, who sees what is public and changes nothing, and its answer is thrown away. The
      // system, which may everything, waits.
      begun.catch(() => {})
      try {
        if (settings.role === 'app_system') await begun
        const idle = watchIdle()
        const lent = lend(client, begun, idle.touch)
        const result = await Promise.race([work(lent.client), idle.ended]).finally(() => {
          idle.stop()
          lent.takeBack()
        })
        await begun
        const { command } = await client.query('commit').catch((error: unknown) => {
          // The server may have stored it all before its answer was lost.
          throw withAvailability(error, lent.hasWritten())
        })
        if (command !== 'COMMIT') throw new TransactionAborted()
        return result
      } catch (cause) {
        const error = withAvailability(cause)
        if (!unavailableIn(error)) await client.query('rollback').catch(discard)
        throw error
      }
    })
  const once = (query: unknown[]) =>
    withClient(pools.app_system, (client) =>
      Promise.resolve(Reflect.apply(client.query, client, query)).catch((error: unknown) => {
        throw withAvailability(error, isWrite(query[0]))
      }),
    )
  const engine = withKnownWrites(pools.app_system, once, (work) =>
    inTransaction(engineSettings, work),
  )
  return {
    transaction: (settings, work) =>
      inTransaction(settings, (client) => {
        const session = new NodePgSession<NoSchema, NoSchema>(client, dialect, undefined)
        return work(new NodePgTransaction<NoSchema, NoSchema>(dialect, session, undefined))
      }),
    system: drizzlePg(engine, { casing }),
    client: { kind: 'postgres', pools: Object.values(pools) },
    close: async () => {
      await Promise.all([pools.app_user.end(), pools.app_system.end()])
    },
  }
}

/** Somebody kept the transaction and asked again after its end. */
export class TransactionEnded extends Error {
  constructor() {
    super('the transaction has ended: whoever still uses it did not wait for its work')
    this.name = 'TransactionEnded'
  }
}

/**
 * The client for as long as its transaction lasts. Afterwards it is in the hands of another request,
 * in whose name a statement that comes late would run.
 */
function lend(client: pg.PoolClient, begun: Promise<unknown>, touch: () => void) {
  let hasEnded = false
  let hasWritten = false
  const query = async (statement: unknown, ...parts: unknown[]): Promise<unknown> => {
    if (hasEnded) throw new TransactionEnded()
    hasWritten ||= isWrite(statement)
    touch()
    try {
      const answer: unknown = Reflect.apply(client.query, client, [prepared(statement), ...parts])
      return (await Promise.all([begun, answer]))[1]
    } catch (error) {
      throw withAvailability(error)
    } finally {
      touch()
    }
  }
  return {
    client: new Proxy(client, {
      get: (target, name): unknown => (name === 'query' ? query : Reflect.get(target, name)),
    }),
    hasWritten: () => hasWritten,
    takeBack: () => void (hasEnded = true),
  }
}

function prepared(statement: unknown): unknown {
  if (typeof statement !== 'object' || statement === null || !('text' in statement)) {
    return statement
  }
  const name = typeof statement.text === 'string' ? nameOfOftenAsked(statement.text) : undefined
  return name ? { ...statement, name } : statement
}

/**
 * For the transaction alone. One `set` each: a select of `set_config` calls has to be planned, which
 * takes longer than all of these, and a query in the same statement would be unsafe.
 */
function setLocally(settings: RequestSettings): string {
  const set = Object.entries({ ...settings, ...originSettings() }).map(
    ([name, value]) => `set local ${name} = ${pg.escapeLiteral(value)}`,
  )
  return set.join('; ')
}

/** Postgres inside this process, for development and small installations: one session for all. */
export async function connectPglite(
  directory: string,
  prepare: (pglite: PGlite) => Promise<void>,
  template?: Blob,
): Promise<Connection> {
  const { client: pglite, close } = await openPglite(directory, template)
  await prepare(pglite).catch(async (error: unknown) => {
    await close()
    throw error
  })
  await pglite.exec('set role app_system')
  const withPrepared = preparedStatements(pglite)
  const inTransaction = async <T>(
    settings: RequestSettings,
    work: (raw: Transaction) => Promise<T>,
  ): Promise<T> => {
    // Here, and not when its turn has come: that may be in the course of another request.
    const set = setLocally(settings)
    const turn = Promise.withResolvers<void>()
    let isWaiting = true
    const transaction = pglite.transaction(async (raw) => {
      // The caller was told already that there was no time for it.
      if (!isWaiting) throw new Unavailable('database')
      turn.resolve()
      await raw.exec(set)
      const idle = watchIdle()
      const lent = withOwnParsers(withPrepared(raw), idle.touch)
      return Promise.race([work(lent), idle.ended]).finally(idle.stop)
    })
    transaction.catch(turn.reject)
    try {
      await within(databaseDeadlines.embeddedTurn, turn.promise).finally(() => (isWaiting = false))
      return await transaction
    } catch (error) {
      if (error instanceof Unavailable) noticeOutage(error)
      throw error instanceof TransactionAbortedError ? new TransactionAborted() : error
    }
  }
  const own = withOwnParsers(pglite)
  const engine = withKnownWrites(
    own,
    (query) => ask(own, query),
    (work) => inTransaction(engineSettings, work),
  )
  return {
    transaction: (settings, work) =>
      inTransaction(settings, (raw) => {
        const session = new PgliteSession<NoSchema, NoSchema>(raw, dialect, undefined)
        return work(new PgliteTransaction<NoSchema, NoSchema>(dialect, session, undefined))
      }),
    system: drizzlePglite(engine, { casing }),
    client: { kind: 'pglite', pglite },
    close,
  }
}
