import { fromPglite, PgBoss } from 'pg-boss'
import { database } from '#/db/database.server.ts'
import { log } from '#/observability/log.server.ts'

/** Every kind of background job and what it carries; retried with back-off, then a dead letter. */
export type Jobs = {
  'send-mail': { to: string; subject: string; html: string; text: string }
}
type JobName = keyof Jobs
const jobNames = ['send-mail'] as const satisfies JobName[]
export type JobHandlers = { [Name in JobName]: (data: Jobs[Name]) => Promise<void> }

const deadLetter = 'dead-letter'
const queueOptions = {
  retryLimit: 6,
  retryDelay: 2,
  retryBackoff: true,
  expireInSeconds: 60,
  // A finished mail holds a link that signs in: it does not stay.
  deleteAfterSeconds: 3_600,
  deadLetter,
  notify: true,
}

declare global {
  var loamQueue: Promise<PgBoss> | undefined
}

async function openQueue(): Promise<PgBoss> {
  const { client } = await database()
  const connection =
    client.kind === 'pglite'
      ? ({ db: fromPglite(client.pglite), backend: 'pglite' } as const)
      : { db: { executeSql: (text: string, values?: unknown[]) => client.pool.query(text, values) } }
  const boss = new PgBoss({
    ...connection,
    migrate: false,
    createSchema: false,
    useListenNotify: client.kind === 'pglite',
  })
  boss.on('error', (error) => log.error({ error: error.message }, 'queue'))
  await boss.start()
  await boss.createQueue(deadLetter)
  for (const name of jobNames) await boss.createQueue(name, queueOptions)
  return boss
}

const queue = () => (globalThis.loamQueue ??= openQueue())

/** Stores the job; it runs at least once, so its handler must bear a second run. */
export async function enqueue<Name extends JobName>(name: Name, data: Jobs[Name]): Promise<void> {
  const boss = await queue()
  await boss.send(name, data)
}

/** Takes up the work of this process. */
export async function startWorkers(handlers: JobHandlers): Promise<void> {
  const boss = await queue()
  for (const name of jobNames) {
    await boss.work<Jobs[typeof name]>(name, { pollingIntervalSeconds: 2 }, async ([job]) => {
      if (job) await handlers[name](job.data)
    })
  }
}

/** Lets running jobs finish for a bounded time. */
export async function stopQueue(): Promise<void> {
  const boss = await globalThis.loamQueue
  globalThis.loamQueue = undefined
  await boss?.stop({ graceful: true, timeout: 5_000 })
}
