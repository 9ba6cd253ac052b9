import { z } from 'zod'
import { defineJob } from '#/adapters/define-job.ts'

/** Deletes every night the conversations of visitors who have not come back. */
export const forgetVisitorsJob = defineJob({
  name: 'forget-visitors',
  data: z.object({}),
  schedule: '23 3 * * *',
  options: { retryLimit: 2, expireInSeconds: 600, deleteAfterSeconds: 3_600 },
})
