import { type PGlite, types } from '@electric-sql/pglite'
import type { fromPglite, PgBoss } from 'pg-boss'
import { sql } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import { database } from '#/db/database.server.ts'
import { databaseDeadlines, databaseOutage, within, withAvailability } from '#/db/deadlines.ts'
import { noticeOutage } from '#/db/noticed-outage.server.ts'
import { outsideTransaction } from '#/db/open-transaction.server.ts'
import { env } from '#/env.server.ts'
import { log } from '#/observability/log.server.ts'
import { Unavailable } from '#/unavailable.ts'
import type { Job, RunnableJob } from './define-job.ts'

/** The queue that keeps a job that failed on its last try. */
export const deadLetter = 'dead-letter'
const everyQueue = { retryDelay: 2, retryBackoff: true, deadLetter, notify: true }

const asDate = (value: string) => new Date(value)
const parsers = { [types.TIMESTAMP]: asDate, [types.TIMESTAMPTZ]: asDate }

/** The queue expects dates, as `pg` reads them; the rest of the app, what Postgres wrote. */
const withDates = (pglite: PGlite): Parameters<typeof fromPglite>[0] => ({
  query: (text, values) => pglite.query(text, values, { parsers }),
  exec: (text) => pglite.exec(text, { parsers }),
  listen: (channel, onMessage) => pglite.listen(channel, onMessage),
})

declare global {
  var appQueue: Promise<PgBoss> | undefined
}

/** Each poll of each worker would say it again, so that an outage has only its own two lines. */
function noteQueueError(error: unknown): void {
  const known = withAvailability(error)
  if (known instanceof Unavailable) databaseOutage.failed(known)
  else log.error({ err: error }, 'queue.failed')
}

async function openQueue(): Promise<PgBoss> {
  // Loaded here, since the first page does not need it.
  const [{ client }, { fromPglite, PgBoss }] = await Promise.all([database(), import('pg-boss')])
  const connection =
    client.kind === 'pglite'
      ? ({ db: fromPglite(withDates(client.pglite)), backend: 'pglite' } as const)
      : {
          connectionString: env.DATABASE_SYSTEM_URL ?? env.DATABASE_URL,
          max: 3,
          connectionTimeoutMillis: databaseDeadlines.connection,
          // Its upkeep may take longer than what a request waits for.
          query_timeout: 15_000,
          options: '-c role=app_system',
        }
  const boss = new PgBoss({
    ...connection,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
  })
  boss.on('error', noteQueueError)
  await boss.start()
  await boss.createQueue(deadLetter)
  return boss
}

export const queue = () =>
  (globalThis.appQueue ??= openQueue().catch((error: unknown) => {
    globalThis.appQueue = undefined
    throw error
  }))

const created = new WeakMap<PgBoss, Map<string, Promise<void>>>()

/** Each kind has a queue of its own, made when this process first meets the kind. */
export function withQueueOf(boss: PgBoss, { name, options }: Omit<RunnableJob, 'run'>) {
  const known = created.get(boss) ?? new Map<string, Promise<void>>()
  created.set(boss, known)
  const isThere =
    known.get(name) ??
    boss.createQueue(name, { ...everyQueue, ...options }).catch((error: unknown) => {
      known.delete(name)
      throw error
    })
  known.set(name, isThere)
  return isThere
}

/**
 * Stores the job, on a connection of the queue's own; it runs at least once, so its work must bear a
 * second run. Of jobs with the same id (a UUID, as idempotency key) the first alone is kept, until an
 * hour after it is done.
 */
export async function enqueue<Data extends object>(
  job: Job<Data>,
  data: Data,
  { id, afterSeconds, group }: { id?: string; afterSeconds?: number; group?: string } = {},
): Promise<void> {
  outsideTransaction(`queueing ${job.name}`)
  const opened = queue().then(async (boss) => {
    await withQueueOf(boss, job)
    return boss
  })
  const boss = await within(databaseDeadlines.connection + databaseDeadlines.statement, opened)
  try {
    const sent = boss.send(job.name, data, {
      id,
      startAfter: afterSeconds,
      ...(group !== undefined && { group: { id: group } }),
    })
    await within(databaseDeadlines.statement, sent)
  } catch (error) {
    const known = withAvailability(error, true)
    if (known instanceof Unavailable) noticeOutage(known)
    throw known
  }
}

/** Longer than any transaction may take (connection.ts ends it before). */
const aheadSeconds = 60

/**
 * Before a change is stored: queues what has to follow it, for when it is stored or was refused. The
 * work looks which (docs/decisions/0015-queued-before-the-commit.md).
 */
export const enqueueAhead = <Data extends object>(job: Job<Data>, data: Data) =>
  enqueue(job, data, { afterSeconds: aheadSeconds })

/** Mails to an address and work for a person who are no longer here, finished or not. */
export const forgetJobsOf = (tx: Tx, person: { id: string; email: string }) =>
  tx.execute(sql`
    delete from pgboss.job
    where data->>'to' = ${person.email} or data->>'userId' = ${person.id}`)
