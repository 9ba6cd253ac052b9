import { z } from 'zod'

/** The field of the form to apply that hands in a review. */
export const reviewFields = { includeReview: z.boolean().default(false) }
