import { performs } from '#/adapters/define-job.ts'
import { sendMail, sendMailJob } from '#/adapters/mail.server.ts'
import { startWorkers, stopWorkers } from '#/adapters/workers.server.ts'
import { each } from '#/define-feature.server.ts'
import { features } from '#/features.server.ts'

/** Every kind of background job. */
export const backgroundJobs = [performs(sendMailJob, sendMail), ...each(features, 'jobs').flat()]

/** Background work, inside every server process: each takes what another does not have in hand. */
export const startWorker = () => startWorkers(backgroundJobs)
export const stopWorker = stopWorkers
