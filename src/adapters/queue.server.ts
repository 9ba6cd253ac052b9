import { type PGlite, types } from '@electric-sql/pglite'
import type { fromPglite, PgBoss, Queue } from 'pg-boss'
import { database } from '#/db/database.server.ts'
import { withoutOrigin } from '#/db/request-origin.ts'
import { outsideTransaction } from '#/db/open-transaction.server.ts'
import { env } from '#/env.server.ts'
import { log } from '#/observability/log.server.ts'

/** Every kind of background job and what it carries; retried with back-off, then a dead letter. */
export type Jobs = {
  'send-mail': { to: string; subject: string; html: string; text: string }
  'review-cv': { reviewId: string; userId: string }
  'mail-about-application': { eventId: string }
  'discard-files': { files: { id: string; storageKey: string }[] }
  'delete-stripe-customer': { customer: string }
  'forget-visitors': Record<string, never>
  'reconcile-subscriptions': Record<string, never>
}
type JobName = keyof Jobs
/** Nobody will come back to what the last try leaves unfinished. */
type Try = { isLast: boolean }
export type JobHandlers = { [Name in JobName]: (data: Jobs[Name], attempt: Try) => Promise<void> }

const deadLetter = 'dead-letter'
const everyQueue = { retryDelay: 2, retryBackoff: true, deadLetter, notify: true }

/** Looks a minute later whether something still has to follow what was committed. */
const later = {
  retryLimit: 10,
  retryDelayMax: 3_600,
  expireInSeconds: 60,
  deleteAfterSeconds: 3_600,
}

/** How often each kind is tried, how long one run may take, and how many run at once in a process. */
const queues: Record<JobName, { atOnce: number; options: Omit<Queue, 'name'> }> = {
  'send-mail': {
    atOnce: 1,
    // Tried for about ten hours. A finished mail holds a link that signs in: it does not stay.
    options: {
      retryLimit: 20,
      retryDelayMax: 3_600,
      expireInSeconds: 60,
      deleteAfterSeconds: 3_600,
    },
  },
  'review-cv': {
    atOnce: 4,
    // Three providers may need a minute each; the heartbeat tells sooner when the process died.
    options: {
      // While many files are read, for about three minutes.
      retryLimit: 8,
      retryDelayMax: 30,
      expireInSeconds: 300,
      heartbeatSeconds: 20,
      deleteAfterSeconds: 3_600,
    },
  },
  'mail-about-application': { atOnce: 1, options: later },
  'discard-files': { atOnce: 1, options: later },
  'delete-stripe-customer': { atOnce: 1, options: later },
  'forget-visitors': {
    atOnce: 1,
    options: { retryLimit: 2, expireInSeconds: 600, deleteAfterSeconds: 3_600 },
  },
  'reconcile-subscriptions': {
    atOnce: 1,
    options: {
      retryLimit: 2,
      expireInSeconds: 7_200,
      heartbeatSeconds: 60,
      deleteAfterSeconds: 3_600,
    },
  },
}
/** What comes by itself, as cron says it, in UTC. */
const schedule: Partial<Record<JobName, string>> = {
  'forget-visitors': '23 3 * * *',
  'reconcile-subscriptions': '43 3 * * *',
}
const jobNames = [
  'send-mail',
  'review-cv',
  'mail-about-application',
  'discard-files',
  'delete-stripe-customer',
  'forget-visitors',
  'reconcile-subscriptions',
] as const satisfies JobName[]

const asDate = (value: string) => new Date(value)
const parsers = { [types.TIMESTAMP]: asDate, [types.TIMESTAMPTZ]: asDate }

/** The queue expects dates, as `pg` reads them; the rest of the app, what Postgres wrote. */
const withDates = (pglite: PGlite): Parameters<typeof fromPglite>[0] => ({
  query: (text, values) => pglite.query(text, values, { parsers }),
  exec: (text) => pglite.exec(text, { parsers }),
  listen: (channel, onMessage) => pglite.listen(channel, onMessage),
})

declare global {
  var loamQueue: Promise<PgBoss> | undefined
  /** The newest, since Vite re-creates modules while developing. */
  var loamJobHandlers: JobHandlers | undefined
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
          options: '-c role=app_system',
        }
  const boss = new PgBoss({
    ...connection,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
  })
  boss.on('error', (error) => log.error({ error: error.message }, 'queue'))
  await boss.start()
  await boss.createQueue(deadLetter)
  for (const name of jobNames) {
    await boss.createQueue(name, { ...everyQueue, ...queues[name].options })
    const cron = schedule[name]
    // A server that was off at that hour makes up for it once.
    if (cron) await boss.schedule(name, cron, {}, { missed: 'once' })
  }
  return boss
}

const queue = () =>
  (globalThis.loamQueue ??= openQueue().catch((error: unknown) => {
    globalThis.loamQueue = undefined
    throw error
  }))

/**
 * Stores the job, on a connection of the queue's own; it runs at least once, so its handler must bear
 * a second run. Of jobs with the same id (a UUID, as idempotency key) the first alone is kept, until an
 * hour after it is done.
 */
export async function enqueue<Name extends JobName>(
  name: Name,
  data: Jobs[Name],
  { id, afterSeconds }: { id?: string; afterSeconds?: number } = {},
): Promise<void> {
  outsideTransaction(`queueing ${name}`)
  const boss = await queue()
  await boss.send(name, data, { id, startAfter: afterSeconds })
}

/** Longer than any transaction may take (connection.ts ends it before). */
const aheadSeconds = 60

/**
 * Before a change is stored: queues what has to follow it, for when it is stored or was refused. The
 * handler looks which (docs/decisions/0015-queued-before-the-commit.md).
 */
export const enqueueAhead = <Name extends JobName>(name: Name, data: Jobs[Name]) =>
  enqueue(name, data, { afterSeconds: aheadSeconds })

/** Takes up the work of this process; called again, it goes on with the new handlers. */
export async function startWorkers(handlers: JobHandlers): Promise<void> {
  const alreadyStarted = globalThis.loamJobHandlers !== undefined
  globalThis.loamJobHandlers = handlers
  if (alreadyStarted) return
  try {
    const boss = await queue()
    const handlerNow = (name: JobName) => (globalThis.loamJobHandlers ?? handlers)[name]
    for (const name of jobNames) {
      for (let worker = 0; worker < queues[name].atOnce; worker++) {
        await startWorker(boss, name, () => handlerNow(name))
      }
    }
  } catch (error) {
    // Nothing runs yet, so that the next attempt begins anew.
    globalThis.loamJobHandlers = undefined
    throw error
  }
}

async function startWorker<Name extends JobName>(
  boss: PgBoss,
  name: Name,
  handlerNow: () => JobHandlers[Name],
) {
  let workerId: string | undefined
  const options = {
    pollingIntervalSeconds: 2,
    notifyPollingIntervalSeconds: 5,
    includeMetadata: true as const,
  }
  workerId = await boss.work<Jobs[Name], void, typeof options>(name, options, async ([job]) => {
    const attempt = { isLast: job !== undefined && job.retryCount >= job.retryLimit }
    try {
      if (job) await withoutOrigin(() => handlerNow()(job.data, attempt))
    } catch (error) {
      // What it carries is not logged: a mail holds a link that signs in.
      const tried = { job: name, id: job?.id, tries: (job?.retryCount ?? 0) + 1, err: error }
      if (attempt.isLast) log.error(tried, 'a job was given up, and is kept as a dead letter')
      else log.warn(tried, 'a job failed, and is tried again')
      throw error
    } finally {
      // Several jobs that came at once were one notification; the rest must not wait for a poll.
      if (workerId) boss.notifyWorker(workerId)
    }
  })
}

/** Lets running jobs finish for a bounded time. */
export async function stopQueue(): Promise<void> {
  const boss = await globalThis.loamQueue
  globalThis.loamQueue = undefined
  globalThis.loamJobHandlers = undefined
  await boss?.stop({ graceful: true, timeout: 5_000 })
}
