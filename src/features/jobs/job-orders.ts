/** How an organisation's jobs can be sorted; as in JSON:API, `-` is the largest or newest first. */
export const jobOrders = [
  '-published',
  'published',
  'title',
  '-title',
  '-applications',
  'applications',
] as const
export type JobOrder = (typeof jobOrders)[number]

export const usualOrder: JobOrder = '-published'

export const oppositeOrder: Record<JobOrder, JobOrder> = {
  '-published': 'published',
  published: '-published',
  title: '-title',
  '-title': 'title',
  '-applications': 'applications',
  applications: '-applications',
}
