import { type JobNumberName, jobNumbers } from './job-numbers.ts'

const ofJob = ['-published', 'published', 'title', '-title'] as const
export type JobOrder = (typeof ofJob)[number] | JobNumberName | `-${JobNumberName}`

/** How an organisation's jobs can be sorted; as in JSON:API, `-` is the largest or newest first. */
export const jobOrders: JobOrder[] = [
  ...ofJob,
  ...jobNumbers.flatMap((name) => [`-${name}` as const, name]),
]

export const usualOrder: JobOrder = '-published'

const columnOf = (order: JobOrder) => order.replace(/^-/, '')

/** The same column, the other way round. */
export const oppositeOf = (order: JobOrder): JobOrder =>
  jobOrders.find((other) => other !== order && columnOf(other) === columnOf(order)) ?? usualOrder
