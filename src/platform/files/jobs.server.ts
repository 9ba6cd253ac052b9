import { z } from 'zod'
import { defineJob, shortWork } from '#/adapters/define-job.ts'

/** Deletes the bytes of files whose rows are gone. */
export const discardFilesJob = defineJob({
  name: 'discard-files',
  data: z.object({ files: z.array(z.object({ id: z.string(), storageKey: z.string() })) }),
  options: shortWork,
})
