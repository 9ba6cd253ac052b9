import { type SQL, sql } from 'drizzle-orm'
import { scoreOfReview } from '#/product/handed-in-reviews/score.server.ts'

/** Scores that other features know of an application, as subqueries beside its row. */
const scores: SQL<number | null>[] = [scoreOfReview]

/** The first score that there is. */
export const score = sql<number | null>`coalesce(${sql.join([...scores, sql`null::int`], sql`, `)})`
