import { z } from 'zod'
import { review } from '#/product/cv-review/contract.ts'
import { contract, inOrganization } from '#/rpc/base-contract.ts'

const scoredCv = z.object({ fileId: z.string(), score: z.number().int() })
export type ScoredCv = z.infer<typeof scoredCv>

const tags = ['Applications']
const oneApplication = z.object({ applicationId: z.uuid() })

export const handedInReviewsContract = {
  /** The own CVs that have a finished review, each with the score of the newest one. */
  scoredCvs: contract
    .route({
      method: 'GET',
      path: '/me/scored-cvs',
      summary: 'List your CVs with a review to hand in',
      tags,
    })
    .output(z.array(scoredCv)),

  ofOwnApplication: contract
    .route({
      method: 'GET',
      path: '/applications/{applicationId}/cv-review',
      summary: 'Find the review that you handed in with an application',
      tags,
    })
    .input(oneApplication)
    .output(z.object({ reviewId: z.string().nullable() })),

  /** Null when the candidate handed in none, or has withdrawn. */
  ofReceivedApplication: contract
    .route({
      method: 'GET',
      path: '/organizations/{organizationSlug}/applications/{applicationId}/cv-review',
      summary: 'Read the review that was handed in with an application',
      tags: ['Recruiting'],
    })
    .input(inOrganization.extend(oneApplication.shape))
    .output(z.object({ review: review.nullable() })),
}
