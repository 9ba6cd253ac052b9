import { and, eq } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import { application, applicationEvent } from './tables.ts'
import { noteWork } from '#/product/jobs/note-work.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { type ApplicationStatus, isMailed, type MailedStatus } from './application-statuses.ts'
import { withMails } from './application-mails.server.ts'
import { readJobsAppliedFor } from './job-of-application.server.ts'
import { writeMailOfMove } from './move-mails.server.ts'

type InOrganization = { userId: string; organizationId: string }
type Move = { applicationId: string; from: ApplicationStatus; to: ApplicationStatus }

/**
 * Records who moved it, and writes to the candidate where the news matters to them. Throws
 * STATUS_CHANGED when a colleague, or the candidate, was faster.
 */
export async function moveApplication(
  actor: InOrganization,
  { applicationId, from, to }: Move,
): Promise<void> {
  const { organizationId, userId } = actor
  if (from === to) return
  const move = (eventId: string) =>
    asUser(actor, async (tx) => {
      const isThis = and(
        eq(application.organizationId, organizationId),
        eq(application.id, applicationId),
      )
      const [found] = await tx.select().from(application).where(isThis).for('update')
      if (found?.status !== from) {
        // One that was withdrawn can be read, but not taken hold of.
        const [readable] = await tx
          .select({ status: application.status })
          .from(application)
          .where(isThis)
        throw readable ? new Refusal('STATUS_CHANGED', readable) : new Refusal('NOT_FOUND')
      }
      await tx.update(application).set({ status: to }).where(isThis)
      await noteWork(tx, actor, found.jobId)
      await tx.insert(applicationEvent).values({
        id: eventId,
        organizationId,
        applicationId,
        actorId: userId,
        fromStatus: from,
        toStatus: to,
      })
    })
  await (isMailed(to) ? withMails(move) : move(Bun.randomUUIDv7()))
}

/** What the candidate will read when the application is moved there. */
export async function readMailOfMove(
  actor: InOrganization,
  { applicationId, to }: { applicationId: string; to: MailedStatus },
) {
  const [found] = await asUser(actor, (tx) =>
    tx
      .select()
      .from(application)
      .where(
        and(
          eq(application.organizationId, actor.organizationId),
          eq(application.id, applicationId),
        ),
      ),
  )
  const [job] = found ? await readJobsAppliedFor([found.jobId]) : []
  if (!found || !job) throw new Refusal('NOT_FOUND')
  const { title, company } = job
  const { userId: candidateId, candidateName } = found
  const mail = await writeMailOfMove({
    title,
    company,
    applicationId,
    candidateId,
    candidateName,
    to,
  })
  if (!mail) throw new Refusal('NOT_FOUND')
  const { locale, subject, text } = mail
  return { locale, subject, text }
}
