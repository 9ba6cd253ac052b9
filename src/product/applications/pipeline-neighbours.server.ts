import { and, asc, desc, eq, gt, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { application } from './tables.ts'
import type { PipelineOrder } from './pipeline-order.ts'
import { score } from './scores.server.ts'

const newestFirst = [desc(application.createdAt), desc(application.id)]
const oldestFirst = [asc(application.createdAt), asc(application.id)]

export const orders: Record<PipelineOrder, SQL[]> = {
  '-received': newestFirst,
  received: oldestFirst,
  '-score': [sql`${score} desc nulls last`, ...newestFirst],
  score: [sql`${score} asc nulls last`, ...newestFirst],
}

const reversed: Record<PipelineOrder, SQL[]> = {
  '-received': oldestFirst,
  received: newestFirst,
  '-score': [sql`${score} asc nulls first`, ...oldestFirst],
  score: [sql`${score} desc nulls first`, ...oldestFirst],
}

export type Side = 'before' | 'after'
type Place = { id: string; receivedAt: string; score: number | null }

/**
 * The rows on one side of a place in the list, the nearest first. The place is one of values, not of
 * a row, so it holds for an application that has left the list, and no page before it is read.
 */
export function besideInOrder(sort: PipelineOrder, side: Side, place: Place) {
  const isAfter = side === 'after'
  const order = (isAfter ? orders : reversed)[sort]
  const moment = sql`(${place.receivedAt}::timestamptz, ${place.id}::uuid)`
  const received = sql`(${application.createdAt}, ${application.id})`
  const towardsNewer = sql`${received} > ${moment}`
  const towardsOlder = sql`${received} < ${moment}`
  if (sort === 'received') return { beyond: isAfter ? towardsNewer : towardsOlder, order }
  const sameScore = isAfter ? towardsOlder : towardsNewer
  if (sort === '-received') return { beyond: sameScore, order }
  if (place.score === null) {
    const unscored = and(isNull(score), sameScore)
    return { beyond: isAfter ? unscored : or(isNotNull(score), unscored), order }
  }
  const further = (sort === '-score') === isAfter ? lt : gt
  return {
    beyond: or(
      further(score, place.score),
      and(eq(score, place.score), sameScore),
      isAfter ? isNull(score) : undefined,
    ),
    order,
  }
}
