import type { PGlite } from '@electric-sql/pglite'
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
import { openPglite } from './pglite.ts'

type NoSchema = Record<string, never>
/** An open transaction: whatever reads or writes rows is given one. */
export type Tx = PgTransaction<PgQueryResultHKT, NoSchema, NoSchema>

/** Set locally, so they end with the transaction. */
export type RequestSettings = {
  role: 'app_user' | 'app_system'
  userId: string
  organizationId: string
  reason: string
}

export type Connection = {
  transaction<T>(settings: RequestSettings, work: (tx: Tx) => Promise<T>): Promise<T>
  /** For the libraries that run statements of their own (auth engine, queue): as app_system. */
  system: PgDatabase<PgQueryResultHKT, NoSchema>
  client: { kind: 'pglite'; pglite: PGlite } | { kind: 'postgres'; pool: pg.Pool }
  close(): Promise<void>
}

const casing = 'snake_case'
const dialect = new PgDialect({ casing })

/** One statement, before any query: a setting and a query in the same one are unsafe. */
const settingsStatement = `select set_config('role', $1, true), set_config('request.user_id', $2, true),
  set_config('request.org_id', $3, true), set_config('request.reason', $4, true)`
const settingsValues = (s: RequestSettings) => [s.role, s.userId, s.organizationId, s.reason]

/**
 * Postgres over the network. A client whose transaction could not be ended is destroyed, never
 * handed out again, so that no connection carries somebody's settings into the next request.
 */
export function connectPostgres(connectionString: string, poolSize: number): Connection {
  const pool = new pg.Pool({
    connectionString,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
    options:
      '-c role=app_system -c statement_timeout=15000 -c idle_in_transaction_session_timeout=15000',
  })
  // An idle client that breaks would otherwise end the process; the pool replaces it by itself.
  pool.on('error', () => {})
  return {
    async transaction(settings, work) {
      const client = await pool.connect()
      let unusable: Error | undefined
      try {
        await client.query('begin')
        await client.query(settingsStatement, settingsValues(settings))
        const session = new NodePgSession<NoSchema, NoSchema>(client, dialect, undefined)
        const result = await work(
          new NodePgTransaction<NoSchema, NoSchema>(dialect, session, undefined),
        )
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => (unusable = failure))
        throw error
      } finally {
        client.release(unusable)
      }
    },
    system: drizzlePg(pool, { casing }),
    client: { kind: 'postgres', pool },
    close: () => pool.end(),
  }
}

/** Postgres inside this process, for development and small installations: one session for all. */
export async function connectPglite(
  directory: string,
  prepare: (pglite: PGlite) => Promise<void>,
  template?: Blob,
): Promise<Connection> {
  const { client: pglite, close } = await openPglite(directory, template)
  await prepare(pglite)
  await pglite.exec('set role app_system')
  return {
    transaction: (settings, work) =>
      pglite.transaction(async (raw) => {
        await raw.query(settingsStatement, settingsValues(settings))
        const session = new PgliteSession<NoSchema, NoSchema>(raw, dialect, undefined)
        return work(new PgliteTransaction<NoSchema, NoSchema>(dialect, session, undefined))
      }),
    system: drizzlePglite(pglite, { casing }),
    client: { kind: 'pglite', pglite },
    close,
  }
}
