import { z } from 'zod'
import { fileRefusalCode, storedFile } from '#/platform/files/contract.ts'
import { locales } from '#/i18n/locale.ts'
import { contract } from '#/rpc/base-contract.ts'
import { reviewStatuses } from './review-statuses.ts'

/** Why a review came to nothing: something about the file, or about us. */
export const reviewFailure = z.enum([
  ...fileRefusalCode.options,
  'MODEL_UNAVAILABLE',
  'INTERRUPTED',
  'INTERNAL',
])

const point = z.object({
  title: z.string(),
  detail: z.string(),
  /** A line of the CV, to the letter; null when the point is not about one line. */
  quote: z.string().nullable(),
})

export const reviewSummary = z.object({
  id: z.uuid(),
  status: z.enum(reviewStatuses),
  failure: reviewFailure.nullable(),
  score: z.number().int().min(0).max(100).nullable(),
  headline: z.string().nullable(),
  createdAt: z.date(),
  file: storedFile,
})
export type ReviewSummary = z.infer<typeof reviewSummary>

export const review = reviewSummary.extend({
  locale: z.enum(locales),
  summary: z.string().nullable(),
  strengths: z.array(point),
  gaps: z.array(point.extend({ advice: z.string().optional() })),
  skills: z.array(z.string()),
  yearsOfExperience: z.number().int().nullable(),
  missingSections: z.array(z.string()),
  /** How many characters were judged, and the last line of them; null when it was the whole CV. */
  readCharacters: z.number().int().nullable(),
  readUpTo: z.string().nullable(),
  finishedAt: z.date().nullable(),
})
export type Review = z.infer<typeof review>

const usage = z.object({
  plan: z.enum(['free', 'pro']),
  used: z.number().int(),
  limit: z.number().int(),
  /** The first moment of next month, UTC. */
  resetsAt: z.date(),
})
export type ReviewUsage = z.infer<typeof usage>

const later = z.object({ resetsAt: z.date() })

const tags = ['CV review']
const oneReview = z.object({ reviewId: z.uuid() })

export const cvReviewContract = {
  /**
   * Begins a review of an uploaded file and returns at once; read it until it is done. A review of
   * the same file that is running already is returned instead of a second one.
   */
  start: contract
    .route({ method: 'POST', path: '/cv-reviews', summary: 'Have a CV reviewed', tags })
    .input(z.object({ fileId: z.uuid(), locale: z.enum(locales) }))
    .output(oneReview)
    .errors({
      CV_REVIEW_LIMIT_REACHED: {
        status: 402,
        message: 'This month’s reviews of the plan are used up.',
        data: usage,
      },
      CV_REVIEW_TRIES_USED_UP: {
        status: 429,
        message: 'Too many of this month’s reviews came to nothing.',
        data: later,
      },
      CV_REVIEWS_PAUSED: {
        status: 429,
        message: 'The site has spent what it may spend on models today.',
        data: later,
      },
    }),

  read: contract
    .route({ method: 'GET', path: '/cv-reviews/{reviewId}', summary: 'Read a review', tags })
    .input(oneReview)
    .output(review),

  list: contract
    .route({ method: 'GET', path: '/cv-reviews', summary: 'List your reviews', tags })
    .output(z.object({ reviews: z.array(reviewSummary), usage })),

  /** Also deletes the file, when nothing else needs it. Refuses while something needs the review. */
  remove: contract
    .route({ method: 'DELETE', path: '/cv-reviews/{reviewId}', summary: 'Delete a review', tags })
    .input(oneReview)
    .output(z.object({ fileDeleted: z.boolean() }))
    .errors({
      REVIEW_IN_USE: { status: 409, message: 'The review is still needed, as by an application.' },
    }),
}
