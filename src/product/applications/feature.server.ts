import { performs } from '#/adapters/define-job.ts'
import { mailAboutStep } from './application-mails.server.ts'
import { mailAboutArrivals } from './arrival-mails.server.ts'
import { mailAboutStepJob, mailAboutMoveJob, mailAboutArrivalsJob } from './jobs.server.ts'
import { mailAboutMove } from './move-mails.server.ts'

export const name = 'applications'
export { applicationsContract as contract } from './contract.ts'
export { applicationsProcedures as procedures } from './procedures.server.ts'
export { unsubscribeApi as api } from './unsubscribe-api.server.ts'
export { organizationNumbers } from './organization-numbers.server.ts'
export { auditSubjects } from './audit-subjects.server.ts'
export { recordCvRead as fileShown } from './record-cv-read.server.ts'
export const jobs = [
  performs(mailAboutStepJob, ({ eventId }) => mailAboutStep(eventId)),
  performs(mailAboutMoveJob, ({ eventId }) => mailAboutMove(eventId)),
  performs(mailAboutArrivalsJob, mailAboutArrivals),
]
