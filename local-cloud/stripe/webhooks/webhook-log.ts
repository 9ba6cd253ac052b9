import type { Database } from 'bun:sqlite'
import { newId } from '../identifiers.ts'
import type { Event } from '../wire-objects.ts'

export interface DeliveryAttempt {
  /** Unix milliseconds. */
  at: number
  durationMs: number
  /** HTTP status; null when there was no answer. */
  status: number | null
  /** The beginning of the answer, or what went wrong on the way to it. */
  excerpt: string
}

export interface Delivery {
  id: string
  eventId: string
  type: string
  customer: string
  state: 'waiting' | 'delivered' | 'given up'
  attempts: DeliveryAttempt[]
  /** Unix milliseconds; null when no attempt is planned. */
  nextAttemptAt: number | null
  /** Unix milliseconds. */
  createdAt: number
}

interface DeliveryRow {
  id: string
  event_id: string
  type: string
  customer: string
  state: Delivery['state']
  attempts: string
  next_attempt_at: number | null
  created_at: number
}

/** After this many failed attempts only a person sends a webhook again. */
export const maxAttempts = 16

/** The catalogue is the shop's own doing: as in most real set-ups, its endpoint does not subscribe to it. */
const notDelivered = /^(product|price)\./

const keptMs = 30 * 24 * 3_600_000

/** Wait before the attempt that follows `failed` failed ones: 1 s, 2 s, 4 s, at most 5 min. */
export function retryDelayMs(failed: number): number {
  return Math.min(1_000 * 2 ** (failed - 1), 300_000)
}

/** Events and what became of their delivery, in the account's database. */
export class WebhookLog {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
    database.run(`create table if not exists events (
      seq integer primary key autoincrement, id text not null unique, type text not null,
      created integer not null, body text not null)`)
    database.run(`create table if not exists deliveries (
      seq integer primary key autoincrement, id text not null unique,
      event_id text not null references events (id), type text not null, customer text not null,
      state text not null default 'waiting', attempts text not null default '[]',
      next_attempt_at integer, created_at integer not null)`)
    database.run(`create index if not exists deliveries_waiting
      on deliveries (next_attempt_at) where state = 'waiting'`)
    database.run(`create index if not exists deliveries_by_event on deliveries (event_id)`)
    const before = Date.now() - keptMs
    database.query(`delete from deliveries where state <> 'waiting' and created_at < ?`).run(before)
    database
      .query('delete from events where created < ? and id not in (select event_id from deliveries)')
      .run(Math.floor(before / 1_000))
  }

  add(event: Event, customer: string): void {
    const { id, type, created } = event
    this.#database
      .query('insert into events (id, type, created, body) values ($id, $type, $created, $body)')
      .run({ id, type, created, body: JSON.stringify(event, null, 2) })
    if (notDelivered.test(type)) return
    const now = Date.now()
    this.#database
      .query(
        `insert into deliveries (id, event_id, type, customer, next_attempt_at, created_at)
         values ($delivery, $id, $type, $customer, $now, $now)`,
      )
      .run({ delivery: newId('dlv'), id, type, customer, now })
  }

  /** The exact bytes to sign and send. */
  payload(eventId: string): string | undefined {
    return this.#database
      .query<{ body: string }, [string]>('select body from events where id = ?')
      .get(eventId)?.body
  }

  event(id: string): Event | undefined {
    const payload = this.payload(id)
    return payload === undefined ? undefined : JSON.parse(payload)
  }

  /** Newest first. */
  events(types: string[] = []): Event[] {
    return this.#database
      .query<{ body: string }, [string, number]>(
        `select body from events
         where ?2 = 0 or type in (select value from json_each(?1)) order by seq desc`,
      )
      .all(JSON.stringify(types), types.length)
      .map((row) => JSON.parse(row.body))
  }

  /** Newest first. */
  deliveries(limit: number): Delivery[] {
    return this.#database
      .query<DeliveryRow, [number]>('select * from deliveries order by seq desc limit ?')
      .all(limit)
      .map(asDelivery)
  }

  /** By the delivery's id or the event's. */
  find(id: string): Delivery | undefined {
    const row = this.#database
      .query<DeliveryRow, [string]>('select * from deliveries where id = ?1 or event_id = ?1')
      .get(id)
    return row ? asDelivery(row) : undefined
  }

  /**
   * What to send now, oldest first. A delivery stays back while an earlier one of
   * the same customer has not had its first attempt: the first attempts arrive in order.
   */
  due(now: number, limit: number, exceptIds: string[]): Delivery[] {
    return this.#database
      .query<DeliveryRow, { now: number; limit: number; except: string }>(
        `select * from deliveries as delivery
         where state = 'waiting' and next_attempt_at <= $now
           and id not in (select value from json_each($except))
           and not exists (select 1 from deliveries as earlier
             where earlier.state = 'waiting' and earlier.attempts = '[]'
               and earlier.customer = delivery.customer and earlier.seq < delivery.seq)
         order by seq limit $limit`,
      )
      .all({ now, limit, except: JSON.stringify(exceptIds) })
      .map(asDelivery)
  }

  nextDueAt(exceptIds: string[]): number | undefined {
    const row = this.#database
      .query<{ at: number | null }, [string]>(
        `select min(next_attempt_at) as at from deliveries
         where state = 'waiting' and id not in (select value from json_each(?))`,
      )
      .get(JSON.stringify(exceptIds))
    return row?.at ?? undefined
  }

  recordAttempt(delivery: Delivery, attempt: DeliveryAttempt): Delivery {
    const attempts = [...delivery.attempts, attempt]
    const accepted = attempt.status !== null && attempt.status >= 200 && attempt.status < 300
    const state = accepted ? 'delivered' : attempts.length >= maxAttempts ? 'given up' : 'waiting'
    const nextAttemptAt = state === 'waiting' ? Date.now() + retryDelayMs(attempts.length) : null
    this.#database
      .query(
        `update deliveries set state = $state, attempts = $attempts, next_attempt_at = $next
         where id = $id`,
      )
      .run({
        id: delivery.id,
        state,
        attempts: JSON.stringify(attempts),
        next: nextAttemptAt,
      })
    return { ...delivery, state, attempts, nextAttemptAt }
  }
}

function asDelivery(row: DeliveryRow): Delivery {
  return {
    id: row.id,
    eventId: row.event_id,
    type: row.type,
    customer: row.customer,
    state: row.state,
    attempts: JSON.parse(row.attempts),
    nextAttemptAt: row.next_attempt_at,
    createdAt: row.created_at,
  }
}
