import { implement } from '@orpc/server'
import type { Context } from '#/rpc/context.server.ts'
import { signedIn } from '#/rpc/who-may-call.server.ts'
import { cvReviewContract } from './contract.ts'
import { listReviews, readReview } from './read-reviews.server.ts'
import { removeReview } from './remove-review.server.ts'
import { startReview } from './start-review.server.ts'

const server = implement(cvReviewContract).$context<Context>()

export const cvReviewProcedures = {
  start: server.start
    .use(signedIn)
    .handler(({ context, input }) => startReview(context.actor, input)),
  read: server.read
    .use(signedIn)
    .handler(({ context, input }) => readReview(context.actor, input.reviewId)),
  list: server.list.use(signedIn).handler(({ context }) => listReviews(context.actor)),
  remove: server.remove
    .use(signedIn)
    .handler(({ context, input }) => removeReview(context.actor, input.reviewId)),
}
