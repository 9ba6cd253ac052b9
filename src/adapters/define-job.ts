import type { Queue } from 'pg-boss'
import type { z } from 'zod'

type JobSettings = {
  /** Stored with each job, so it stays when the code is renamed. */
  name: string
  /** Tries, and the time of one run; after the last one it is a dead letter. */
  options: Omit<Queue, 'name'>
  /** Runs at once in a process; 1 unless said otherwise. */
  atOnce?: number
  /** Runs at once of one group (a person) in all processes. */
  atOnceOfGroup?: number
  /** A job with a schedule comes by itself, as cron says it, in UTC, and carries nothing. */
  schedule?: string
  /** Fields that are not kept once it is done or given up. */
  forgets?: readonly string[]
}

/** A kind of background job. It knows no work, so that a rule may queue what in the end calls it. */
export type Job<Data extends object> = JobSettings & { data: z.ZodType<Data> }

export const defineJob = <Data extends object>(job: Job<Data>): Job<Data> => job

/** Nobody will come back to what the last try leaves unfinished. */
export type Try = { isLast: boolean }

/** A kind of job with its work. What was stored is checked before it is taken up. */
export type RunnableJob = JobSettings & {
  run(stored: unknown, attempt: Try): Promise<unknown>
}

export function performs<Data extends object>(
  { data, ...settings }: Job<Data>,
  work: (data: Data, attempt: Try) => Promise<unknown>,
): RunnableJob {
  return { ...settings, run: async (stored, attempt) => work(data.parse(stored), attempt) }
}

/** Tried for about five hours; a finished one keeps its id for one, against doing it twice. */
export const shortWork = {
  retryLimit: 10,
  retryDelayMax: 3_600,
  expireInSeconds: 60,
  deleteAfterSeconds: 3_600,
}
