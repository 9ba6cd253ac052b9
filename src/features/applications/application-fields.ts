import { z } from 'zod'

export const limitCoverNote = 2_000

export const applicationFields = z.object({
  /** As it appears to the recruiters. */
  name: z
    .string()
    .trim()
    .min(1)
    .max(80)
    .regex(/^[^\p{C}<>@/\\:]+$/u),
  fileId: z.uuid(),
  includeReview: z.boolean().default(false),
  coverNote: z.string().trim().max(limitCoverNote),
})
