import { sql } from 'drizzle-orm'
import type { PgBoss } from 'pg-boss'
import { asSystem } from '#/db/access.server.ts'
import { withoutOrigin } from '#/db/request-origin.ts'
import { withoutValues } from '#/observability/describe-error.ts'
import { log } from '#/observability/log.server.ts'
import type { RunnableJob } from './define-job.ts'
import { deadLetter, queue, withQueueOf } from './queue.server.ts'

declare global {
  /** The newest, by name, since Vite re-creates modules while developing. */
  var appJobs: Map<string, RunnableJob> | undefined
}

/** Takes up the work of this process; called again, it goes on with the new code. */
export async function startWorkers(jobs: readonly RunnableJob[]): Promise<void> {
  const alreadyStarted = globalThis.appJobs !== undefined
  globalThis.appJobs = byName(jobs)
  if (alreadyStarted) return
  try {
    const boss = await queue()
    for (const job of jobs) await withQueueOf(boss, job)
    await setSchedules(boss, jobs)
    for (const job of jobs) {
      for (let worker = 0; worker < (job.atOnce ?? 1); worker++) await startWorker(boss, job)
    }
  } catch (error) {
    // Nothing runs yet, so that the next attempt begins anew.
    globalThis.appJobs = undefined
    throw error
  }
}

function byName(jobs: readonly RunnableJob[]) {
  const named = new Map(jobs.map((job) => [job.name, job]))
  if (named.size < jobs.length) throw new Error('Two kinds of background jobs have the same name.')
  return named
}

/** Schedules are stored, so those of a feature that is gone are taken away. */
async function setSchedules(boss: PgBoss, jobs: readonly RunnableJob[]) {
  for (const { name, schedule } of jobs) {
    // A server that was off at that hour makes up for it once.
    if (schedule) await boss.schedule(name, schedule, {}, { missed: 'once' })
  }
  const isScheduled = new Set(jobs.flatMap(({ name, schedule }) => (schedule ? [name] : [])))
  for (const { name } of await boss.getSchedules()) {
    if (!isScheduled.has(name)) await boss.unschedule(name)
  }
}

class JobFailed extends Error {
  constructor(error: unknown) {
    super(error instanceof Error ? `${error.name}: ${withoutValues(error.message)}` : 'failed')
    this.name = 'JobFailed'
    this.stack = undefined
  }
}

/**
 * A mail holds a link that signs in or sets a password, so only its recipient is kept once it is sent
 * or given up. Also empties what a process left behind that died during its last try.
 */
const forget = (name: string, fields: readonly string[], id: string) =>
  asSystem('queue: empty the jobs that are done', (tx) =>
    tx.execute(sql`
      update pgboss.job set data = data - ${sql.param([...fields])}::text[], output = null
      where name in (${name}, ${deadLetter}) and data ?| ${sql.param([...fields])}::text[]
        and (id = ${id} or name = ${deadLetter} or state in ('completed', 'cancelled', 'failed'))`),
  )

/** Done and emptied; the process died before the queue heard of it. */
const isEmptied = ({ forgets = [] }: RunnableJob, data: object) =>
  forgets.length > 0 && !forgets.some((field) => field in data)

async function startWorker(boss: PgBoss, { name, atOnceOfGroup, forgets = [] }: RunnableJob) {
  let workerId: string | undefined
  const options = {
    pollingIntervalSeconds: 2,
    notifyPollingIntervalSeconds: 5,
    includeMetadata: true as const,
    // One person's jobs leave workers to everybody else's.
    groupConcurrency: atOnceOfGroup,
  }
  workerId = await boss.work<object, void, typeof options>(name, options, async ([job]) => {
    if (!job) return
    const attempt = { isLast: job.retryCount >= job.retryLimit }
    const forgetData = async () => {
      if (forgets.length > 0) await forget(name, forgets, job.id)
    }
    try {
      const kind = globalThis.appJobs?.get(name)
      if (!kind) throw new Error(`No feature does ${name} any more.`)
      if (!isEmptied(kind, job.data)) await withoutOrigin(() => kind.run(job.data, attempt))
      await forgetData()
    } catch (error) {
      // The dead letter is a copy of the job.
      if (attempt.isLast) await forgetData()
      // The data is not logged: a mail holds a link that signs in.
      const tried = { job: name, id: job.id, tries: job.retryCount + 1, err: error }
      if (attempt.isLast) log.error(tried, 'a job was given up, and is kept as a dead letter')
      else log.warn(tried, 'a job failed, and is tried again')
      // The queue stores the error, which may hold a statement's values or a recipient.
      throw new JobFailed(error)
    } finally {
      // Several jobs that came at once were one notification; the rest must not wait for a poll.
      if (workerId) boss.notifyWorker(workerId)
    }
  })
}

/** Lets running jobs finish for a bounded time. */
export async function stopWorkers(): Promise<void> {
  const boss = await globalThis.appQueue
  globalThis.appQueue = undefined
  globalThis.appJobs = undefined
  await boss?.stop({ graceful: true, timeout: 5_000 })
}
