import { Database } from 'bun:sqlite'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { noSuch } from './api/stripe-error.ts'
import type { Kind, ObjectsByKind, WireObject } from './wire-objects.ts'

type Conditions = Record<string, string | number | boolean | null | undefined>

/**
 * Everything that this server remembers, in one SQLite file. Each request runs in
 * one transaction with the events and the webhook deliveries that follow from it,
 * so that a crash leaves either all of them or nothing.
 */
export class Store {
  readonly database: Database

  constructor(dataDir: string) {
    mkdirSync(dataDir, { recursive: true })
    this.database = new Database(join(dataDir, 'stripe.sqlite'), { strict: true })
    this.database.run('pragma journal_mode = wal')
    this.database.run('pragma synchronous = normal')
    this.database.run(`create table if not exists objects (
      seq integer primary key autoincrement, id text not null unique, kind text not null,
      body text not null)`)
    this.database.run('create index if not exists objects_by_kind on objects (kind, seq)')
  }

  close(): void {
    this.database.close()
  }

  /** Rolls back everything that `work` wrote when it throws. */
  atomically<Result>(work: () => Result): Result {
    return this.database.transaction(work).immediate()
  }

  save<Saved extends WireObject>(object: Saved): Saved {
    this.database
      .query(
        `insert into objects (id, kind, body) values ($id, $kind, $body)
         on conflict (id) do update set body = excluded.body`,
      )
      .run({ id: object.id, kind: object.object, body: JSON.stringify(object) })
    return object
  }

  find<K extends Kind>(kind: K, id: string): ObjectsByKind[K] | undefined {
    const row = this.database
      .query<{ body: string }, { id: string; kind: string }>(
        'select body from objects where id = $id and kind = $kind',
      )
      .get({ id, kind })
    return row ? JSON.parse(row.body) : undefined
  }

  /** `param` names the parameter in which the id was given, for Stripe's error. */
  get<K extends Kind>(kind: K, id: string, param?: string): ObjectsByKind[K] {
    const object = this.find(kind, id)
    if (!object) throw noSuch(kind, id, param)
    return object
  }

  /** The object of any kind, for `expand`. */
  findAny(id: string): WireObject | undefined {
    const row = this.database
      .query<{ body: string }, { id: string }>('select body from objects where id = $id')
      .get({ id })
    return row ? JSON.parse(row.body) : undefined
  }

  /** Newest first. Conditions are JSON paths below `$.`; undefined ones are left out. */
  list<K extends Kind>(kind: K, conditions: Conditions = {}): ObjectsByKind[K][] {
    const given = Object.entries(conditions).flatMap(([path, value]) =>
      value === undefined ? [] : [[path, value] as const],
    )
    const where = given.map((_, index) => `json_extract(body, $path${index}) is $value${index}`)
    const bindings: Record<string, string | number | null> = { kind }
    for (const [index, [path, value]] of given.entries()) {
      bindings[`path${index}`] = `$.${path}`
      bindings[`value${index}`] = typeof value === 'boolean' ? Number(value) : value
    }
    return this.database
      .query<{ body: string }, typeof bindings>(
        `select body from objects where ${['kind = $kind', ...where].join(' and ')} order by seq desc`,
      )
      .all(bindings)
      .map((row) => JSON.parse(row.body))
  }
}
