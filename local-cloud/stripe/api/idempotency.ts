import type { Database } from 'bun:sqlite'
import { StripeError } from './stripe-error.ts'

export interface Answer {
  status: number
  body: string
}

const keptMs = 24 * 3_600_000

/**
 * The first answer to each idempotency key, for 24 hours.
 * Source: https://docs.stripe.com/api/idempotent_requests
 */
export class IdempotencyKeys {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
    database.run(`create table if not exists idempotency_keys (
      key text primary key, request text not null, status integer not null, body text not null,
      created_at integer not null) without rowid`)
    database.query('delete from idempotency_keys where created_at < ?').run(Date.now() - keptMs)
  }

  /** `request` is method, path and parameters in one text. Throws when the key belongs to another. */
  recall(key: string, request: string): Answer | undefined {
    const row = this.#database
      .query<Answer & { request: string }, [string, number]>(
        'select request, status, body from idempotency_keys where key = ? and created_at > ?',
      )
      .get(key, Date.now() - keptMs)
    if (!row) return undefined
    if (row.request !== request) {
      throw new StripeError(
        400,
        `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
        { type: 'idempotency_error' },
      )
    }
    return { status: row.status, body: row.body }
  }

  remember(key: string, request: string, { status, body }: Answer): void {
    this.#database
      .query(
        `insert or replace into idempotency_keys (key, request, status, body, created_at)
         values ($key, $request, $status, $body, $now)`,
      )
      .run({ key, request, status, body, now: Date.now() })
  }
}
