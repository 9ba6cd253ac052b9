import { eq } from 'drizzle-orm'
import { queueMail } from '#/adapters/mail.server.ts'
import { enqueueAhead } from '#/adapters/queue.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { application, applicationEvent } from './tables.ts'
import { job } from '#/product/jobs/tables.ts'
import { organization } from '#/db/schema/organizations.ts'
import { applicationSentMail } from './mail-templates.server.tsx'
import { log } from '#/observability/log.server.ts'
import { isMailed } from './application-statuses.ts'
import { noteArrival } from './arrival-mails.server.ts'
import { mailAboutStepJob } from './jobs.server.ts'
import { ownPage, queueMailOfMove, readRecipient } from './move-mails.server.ts'

/**
 * A step and its mails, of which none is lost when the process dies in between: what is still to be
 * mailed is queued before the step is stored, and looks later whether it was. Usually the mails are
 * queued right after it, and then later finds them there.
 */
export async function withMails<T>(store: (eventId: string) => Promise<T>): Promise<T> {
  const eventId = Bun.randomUUIDv7()
  await enqueueAhead(mailAboutStepJob, { eventId })
  const stored = await store(eventId)
  // The step is taken, so whoever took it is told so, also when this has to wait for the job.
  await mailAboutStep(eventId).catch((error: unknown) => {
    log.error({ err: error, eventId }, 'mails about an application are left to the queue')
  })
  return stored
}

/** Writes to those whom a stored step concerns; may be called again, each is written to once. */
export async function mailAboutStep(eventId: string): Promise<void> {
  const step = await readStep(eventId)
  // It came to nothing, or was deleted with the account or the job since.
  if (!step) return
  if (step.to === 'new') await mailAboutNewApplication(eventId, step)
  else if (isMailed(step.to)) await queueMailOfMove(eventId)
}

type Step = {
  title: string
  company: string
  organizationId: string
  jobId: string
  applicationId: string
  candidateId: string
}

/** To the candidate, and to the people who work on the job, each in their own language. */
async function mailAboutNewApplication(
  eventId: string,
  { organizationId, jobId, title, company, applicationId, candidateId }: Step,
) {
  const job = { title, company }
  const person = await readRecipient(candidateId)
  if (person) {
    const { name, locale } = person
    const mail = await applicationSentMail({ locale, name, job, url: ownPage(applicationId) })
    await queueMail({ to: person.email, ...mail }, eventId)
  }
  await noteArrival({ organizationId, applicationId, jobId, eventId })
}

async function readStep(eventId: string) {
  const [found] = await asSystem('applications: what a mail is about', (tx) =>
    tx
      .select({
        to: applicationEvent.toStatus,
        organizationId: application.organizationId,
        applicationId: application.id,
        jobId: application.jobId,
        candidateId: application.userId,
        title: job.title,
        company: organization.name,
      })
      .from(applicationEvent)
      .innerJoin(application, eq(application.id, applicationEvent.applicationId))
      .innerJoin(job, eq(job.id, application.jobId))
      .innerJoin(organization, eq(organization.id, application.organizationId))
      .where(eq(applicationEvent.id, eventId)),
  )
  return found
}
