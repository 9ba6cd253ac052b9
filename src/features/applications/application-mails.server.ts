import { and, eq, sql } from 'drizzle-orm'
import { queueMail } from '#/adapters/mail.server.ts'
import { enqueueAhead } from '#/adapters/queue.server.ts'
import { asSystem } from '#/db/access.server.ts'
import { application, applicationEvent } from '#/db/schema/applications.ts'
import { user } from '#/db/schema/identity.ts'
import { job } from '#/db/schema/jobs.ts'
import { member, organization } from '#/db/schema/organizations.ts'
import {
  applicationArrivedMail,
  applicationMovedMail,
  applicationSentMail,
  movedMailWords,
} from '#/emails/application-mails.tsx'
import { env } from '#/env.server.ts'
import { baseLocale, isLocale } from '#/i18n/locale.ts'
import { log } from '#/observability/log.server.ts'
import { isMailed, type MailedStatus } from './application-statuses.ts'

type Job = { title: string; company: string }

const localeOf = (locale: string) => (isLocale(locale) ? locale : baseLocale)
const ownPage = (applicationId: string) => `${env.APP_URL}/applications/${applicationId}`

/**
 * A step and its mails, of which none is lost when the process dies in between: what is still to be
 * mailed is queued before the step is stored, and looks later whether it was. Usually the mails are
 * queued right after it, and then later finds them there.
 */
export async function withMails<T>(store: (eventId: string) => Promise<T>): Promise<T> {
  const eventId = Bun.randomUUIDv7()
  await enqueueAhead('mail-about-application', { eventId })
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
  const { to, candidateId, ...rest } = step
  if (to === 'new') await mailAboutNewApplication(eventId, step)
  else if (isMailed(to)) {
    const mail = await writeMailOfMove({ ...rest, candidateId, to })
    if (mail) await queueMail(await mail.write(), eventId)
  }
}

type Step = Job & {
  organizationId: string
  applicationId: string
  candidateId: string
  candidateName: string
}

/** To the candidate, and to those who run the organisation, each in their own language. */
async function mailAboutNewApplication(
  eventId: string,
  { organizationId, title, company, applicationId, candidateId, candidateName }: Step,
) {
  const job = { title, company }
  const person = await readRecipient(candidateId)
  if (person) {
    const { name, locale } = person
    const mail = await applicationSentMail({ locale, name, job, url: ownPage(applicationId) })
    await queueMail({ to: person.email, ...mail }, eventId)
  }
  for (const manager of await readManagers(organizationId)) {
    const url = `${env.APP_URL}/o/${manager.slug}/applications/${applicationId}`
    const locale = localeOf(manager.locale)
    const mail = await applicationArrivedMail({ locale, name: candidateName, job, url })
    await queueMail({ to: manager.email, ...mail }, eventId)
  }
}

type Move = Omit<Step, 'organizationId'> & { to: MailedStatus }

/** What a step writes to the candidate; null when they have deleted their account. */
export async function writeMailOfMove(move: Move) {
  const { title, company, applicationId, candidateId, candidateName, to } = move
  const person = await readRecipient(candidateId)
  if (!person) return null
  const { email, locale } = person
  const words = { locale, name: candidateName, job: { title, company }, to }
  return {
    locale,
    ...movedMailWords(words),
    write: async () => ({
      to: email,
      ...(await applicationMovedMail({ ...words, url: ownPage(applicationId) })),
    }),
  }
}

async function readStep(eventId: string) {
  const [found] = await asSystem('applications: what a mail is about', (tx) =>
    tx
      .select({
        to: applicationEvent.toStatus,
        organizationId: application.organizationId,
        applicationId: application.id,
        candidateId: application.userId,
        candidateName: application.candidateName,
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

async function readRecipient(userId: string) {
  const [found] = await asSystem('applications: where to write to a candidate', (tx) =>
    tx
      .select({ name: user.name, email: user.email, locale: user.locale })
      .from(user)
      .where(eq(user.id, userId)),
  )
  return found && { ...found, locale: localeOf(found.locale) }
}

const readManagers = (organizationId: string) =>
  asSystem('applications: who is told of a new application', (tx) =>
    tx
      .select({ email: user.email, locale: user.locale, slug: organization.slug })
      .from(member)
      .innerJoin(user, eq(user.id, member.userId))
      .innerJoin(organization, eq(organization.id, member.organizationId))
      .where(
        and(
          eq(member.organizationId, organizationId),
          sql`string_to_array(${member.role}, ',') && array['owner', 'admin']`,
        ),
      ),
  )
