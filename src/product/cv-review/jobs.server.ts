import { z } from 'zod'
import { defineJob } from '#/adapters/define-job.ts'

/** Reads a CV and has the model judge it. */
export const reviewCvJob = defineJob({
  name: 'review-cv',
  data: z.object({ reviewId: z.uuid(), userId: z.string() }),
  atOnce: 4,
  atOnceOfGroup: 2,
  // Three providers may need a minute each; the heartbeat tells sooner when the process died.
  options: {
    // While many files are read, for about three minutes.
    retryLimit: 8,
    retryDelayMax: 30,
    expireInSeconds: 300,
    heartbeatSeconds: 20,
    deleteAfterSeconds: 3_600,
  },
})
