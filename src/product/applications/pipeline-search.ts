import { idIn, pageIn, textIn } from '#/search-params.ts'
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

/** Takes anything that a URL can hold; what makes no sense is left out. */
export function parsePipelineSearch(given: Record<string, unknown>): PipelineSearch {
  const sort = pipelineOrders.find((order) => order === given.sort)
  return {
    view: given.view === 'board' ? 'board' : undefined,
    status: statuses.find((status) => status === given.status),
    job: idIn(given.job),
    q: textIn(given.q, 100),
    sort: sort === usualPipelineOrder ? undefined : sort,
    page: pageIn(given.page, 10_000),
  }
}
