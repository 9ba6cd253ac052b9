import { jobNumbers } from './job-numbers.ts'

/** One of `jobOrders`. */
export type JobOrder = string

/** How an organisation's jobs can be sorted; as in JSON:API, `-` is the largest or newest first. */
export const jobOrders: JobOrder[] = [
  '-published',
  'published',
  'title',
  '-title',
  ...jobNumbers.flatMap((name) => [`-${name}`, name]),
]

export const usualOrder = '-published'

const columnOf = (order: JobOrder) => order.replace(/^-/, '')

/** The same column, the other way round. */
export const oppositeOf = (order: JobOrder): JobOrder =>
  jobOrders.find((other) => other !== order && columnOf(other) === columnOf(order)) ?? usualOrder
