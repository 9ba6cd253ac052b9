import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { queueMail } from '#/adapters/mail.server.ts'
import { enqueue } from '#/adapters/queue.server.ts'
import { asSystem } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { application, applicationEvent, applicationNotice } from './tables.ts'
import { user } from '#/db/schema/identity.ts'
import { job } from '#/product/jobs/tables.ts'
import { organization } from '#/db/schema/organizations.ts'
import { applicationMovedMail, movedMailWords } from './mail-templates.server.tsx'
import { env } from '#/env.server.ts'
import { baseLocale, isLocale } from '#/i18n/locale.ts'
import { isMailed, type MailedStatus, mailedStatuses } from './application-statuses.ts'
import { mailAboutMoveJob } from './jobs.server.ts'

/** News of one application to its candidate within 24 hours; the last status arrives after that. */
export const mailsOfMovesPerDay = 3

type Move = {
  title: string
  company: string
  applicationId: string
  candidateId: string
  candidateName: string
  to: MailedStatus
}

export const ownPage = (applicationId: string) => `${env.APP_URL}/applications/${applicationId}`

/**
 * The candidate hears of a step only when it has stood for a while. Every later step of the
 * application takes its place, so that moving back and forth is one mail, or none.
 */
export const queueMailOfMove = (eventId: string) =>
  enqueue(
    mailAboutMoveJob,
    { eventId },
    { id: Bun.randomUUIDv5('settled', eventId), afterSeconds: env.STATUS_MAIL_DELAY_SECONDS },
  )

/** Tells the candidate where the application stands; may be called again, a step is told once. */
export async function mailAboutMove(eventId: string): Promise<void> {
  const claim = await asSystem('applications: may this step be told', (tx) =>
    claimMail(tx, eventId),
  )
  if (!claim) return
  if ('waitSeconds' in claim) {
    return enqueue(mailAboutMoveJob, { eventId }, { afterSeconds: claim.waitSeconds })
  }
  const mail = await writeMailOfMove(claim)
  if (mail) await queueMail(await mail.write(), eventId)
}

/** Null when a later step took its place, or when the candidate already knows. */
async function claimMail(tx: Tx, eventId: string): Promise<Move | { waitSeconds: number } | null> {
  const found = await lockApplication(tx, eventId)
  if (!found) return null
  const { organizationId, applicationId, candidateId, status } = found
  const told = await tx
    .select({
      eventId: applicationNotice.eventId,
      toStatus: applicationNotice.toStatus,
      freeIn: sql<number>`ceil(extract(epoch from ${applicationNotice.createdAt} + interval '24 hours' - now()))::int`,
    })
    .from(applicationNotice)
    .where(
      and(
        eq(applicationNotice.organizationId, organizationId),
        eq(applicationNotice.applicationId, applicationId),
        eq(applicationNotice.userId, candidateId),
        inArray(applicationNotice.toStatus, mailedStatuses),
      ),
    )
    .orderBy(desc(applicationNotice.createdAt), desc(applicationNotice.eventId))
    .limit(mailsOfMovesPerDay)
  // The process died between the notice and the queue. The mail has the same id, so it is sent once.
  const claimed = told.find((notice) => notice.eventId === eventId)?.toStatus
  if (claimed && isMailed(claimed)) return { ...found, to: claimed }
  if (!isMailed(status) || told[0]?.toStatus === status) return null
  if (await isSuperseded(tx, eventId, found)) return null
  const oldest = told[mailsOfMovesPerDay - 1]
  if (oldest && oldest.freeIn > 0) return { waitSeconds: oldest.freeIn }
  await tx.insert(applicationNotice).values({
    organizationId,
    applicationId,
    eventId,
    userId: candidateId,
    toStatus: status,
    mailId: eventId,
    mailedAt: sql`now()`,
  })
  return { ...found, to: status }
}

/** The application of a step; nobody moves it until the claim ends. */
async function lockApplication(tx: Tx, eventId: string) {
  const [found] = await tx
    .select({
      status: application.status,
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
    .where(eq(applicationEvent.id, eventId))
    .for('update', { of: application })
  return found
}

/**
 * A later step that is mailed too has its own job. One that is not has none, and its time is when its
 * transaction began: a step that waited for it and came after may look earlier.
 */
async function isSuperseded(
  tx: Tx,
  eventId: string,
  { organizationId, applicationId }: { organizationId: string; applicationId: string },
) {
  const [newest] = await tx
    .select({ id: applicationEvent.id, to: applicationEvent.toStatus })
    .from(applicationEvent)
    .where(
      and(
        eq(applicationEvent.organizationId, organizationId),
        eq(applicationEvent.applicationId, applicationId),
      ),
    )
    .orderBy(desc(applicationEvent.createdAt), desc(applicationEvent.id))
    .limit(1)
  return newest !== undefined && newest.id !== eventId && isMailed(newest.to)
}

/** The candidate's mail about a step; null once they have deleted their account. */
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

export async function readRecipient(userId: string) {
  const [found] = await asSystem('applications: where to write to a candidate', (tx) =>
    tx
      .select({ name: user.name, email: user.email, locale: user.locale })
      .from(user)
      .where(eq(user.id, userId)),
  )
  return found && { ...found, locale: isLocale(found.locale) ? found.locale : baseLocale }
}
