import { statuses, type ApplicationStatus } from './application-statuses.ts'
import { type PipelineOrder, pipelineOrders, usualPipelineOrder } from './pipeline-order.ts'

/** What is absent is not asked for. */
export type PipelineSearch = {
  view?: 'board'
  status?: ApplicationStatus
  job?: string
  q?: string
  sort?: PipelineOrder
  page?: number
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Takes anything that a URL can hold; what makes no sense is left out. */
export function parsePipelineSearch(given: Record<string, unknown>): PipelineSearch {
  const page = Number(given.page)
  const { job, q } = given
  const sort = pipelineOrders.find((order) => order === given.sort)
  return {
    view: given.view === 'board' ? 'board' : undefined,
    status: statuses.find((status) => status === given.status),
    job: typeof job === 'string' && uuid.test(job) ? job : undefined,
    // The router reads a name that looks like a number as one.
    q: typeof q === 'string' || typeof q === 'number' ? String(q).slice(0, 100) : undefined,
    sort: sort === usualPipelineOrder ? undefined : sort,
    page: Number.isInteger(page) && page > 1 && page <= 10_000 ? page : undefined,
  }
}
