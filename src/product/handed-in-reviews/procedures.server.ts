import { implement } from '@orpc/server'
import type { Context } from '#/rpc/context.server.ts'
import { organizationMember, signedIn } from '#/rpc/who-may-call.server.ts'
import { handedInReviewsContract } from './contract.ts'
import { listScoredCvs } from './list-scored-cvs.server.ts'
import { findOwnReview, readReceivedReview } from './read-handed-in-review.server.ts'

const server = implement(handedInReviewsContract).$context<Context>()

export const handedInReviewsProcedures = {
  scoredCvs: server.scoredCvs.use(signedIn).handler(({ context }) => listScoredCvs(context.actor)),
  ofOwnApplication: server.ofOwnApplication
    .use(signedIn)
    .handler(({ context, input }) => findOwnReview(context.actor, input.applicationId)),
  ofReceivedApplication: server.ofReceivedApplication
    .use(organizationMember)
    .handler(({ context, input }) => readReceivedReview(context.actor, input.applicationId)),
}
