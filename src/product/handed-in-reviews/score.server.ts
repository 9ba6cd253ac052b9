import { sql } from 'drizzle-orm'
import { application } from '#/product/applications/tables.ts'
import { cvReview } from '#/product/cv-review/tables.ts'
import { handedInReview } from './tables.ts'

/** The score of the review that was handed in with the row of `application`. */
export const scoreOfReview = sql<number | null>`(
  select ${cvReview.score} from ${handedInReview}
  join ${cvReview} on ${cvReview.id} = ${handedInReview.reviewId}
  where ${handedInReview.organizationId} = ${application.organizationId}
    and ${handedInReview.applicationId} = ${application.id}
)`
