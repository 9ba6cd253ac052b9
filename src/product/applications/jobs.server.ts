import { z } from 'zod'
import { defineJob, shortWork } from '#/adapters/define-job.ts'

const event = z.object({ eventId: z.uuid() })

/** Looks whether a step was taken, and mails whom it concerns. */
export const mailAboutStepJob = defineJob({
  name: 'mail-about-application',
  data: event,
  options: shortWork,
})

/** Tells a candidate of a step once it has stood for a while. */
export const mailAboutMoveJob = defineJob({
  name: 'mail-about-move',
  data: event,
  options: shortWork,
})

/** Tells a recruiter what has arrived. */
export const mailAboutArrivalsJob = defineJob({
  name: 'mail-about-arrivals',
  data: z.object({ organizationId: z.string(), userId: z.string() }),
  options: shortWork,
})
