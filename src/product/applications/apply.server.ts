import { and, desc, eq } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { isOpen } from '#/product/jobs/open-job.ts'
import { application, applicationEvent } from './tables.ts'
import { file } from '#/platform/files/tables.ts'
import { job } from '#/product/jobs/tables.ts'
import { violatedConstraint } from '#/db/violated-constraint.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { withMails } from './application-mails.server.ts'
import type { ApplicationFields } from './application-fields.ts'
import { attachments } from './attachments.server.ts'
import type { ApplyForm } from './contract.ts'
import { findPublicJob } from './job-of-application.server.ts'

type Candidate = { id: string; name: string; email: string }
type Application = ApplicationFields & { jobSlug: string }

/** Throws JOB_CLOSED, unless the person has applied before it was closed. */
export async function readApplyForm(person: Candidate, slug: string): Promise<ApplyForm> {
  const found = await findPublicJob(slug)
  if (!found) throw new Refusal('NOT_FOUND')
  const { wasPublic: _, organizationId, ...shown } = found
  const form = await asUser({ userId: person.id }, async (tx) => ({
    existing: await findOwn(tx, person.id, organizationId, found.id),
    files: await tx
      .select()
      .from(file)
      .where(and(eq(file.userId, person.id), eq(file.status, 'ready')))
      .orderBy(desc(file.createdAt), desc(file.id)),
  }))
  if (!found.isOpen && !form.existing) throw new Refusal('JOB_CLOSED')
  return {
    job: shown,
    applicant: { name: person.name, email: person.email },
    existing: form.existing,
    cvs: form.files,
  }
}

async function findOwn(tx: Tx, userId: string, organizationId: string, jobId: string) {
  const [existing] = await tx
    .select({ id: application.id, status: application.status, createdAt: application.createdAt })
    .from(application)
    .where(
      and(
        eq(application.userId, userId),
        eq(application.organizationId, organizationId),
        eq(application.jobId, jobId),
      ),
    )
  return existing ?? null
}

/**
 * Hands in an application with an own CV, and the attachments that the candidate asked for.
 * Throws JOB_CLOSED, ALREADY_APPLIED and CV_NOT_FOUND.
 */
export async function apply(
  person: Candidate,
  wanted: Application,
): Promise<{ applicationId: string }> {
  const found = await findPublicJob(wanted.jobSlug)
  if (!found) throw new Refusal('NOT_FOUND')
  const userId = person.id
  const applicationId = Bun.randomUUIDv7()
  const { id: jobId, organizationId } = found
  await withMails((eventId) =>
    asUser({ userId }, async (tx) => {
      const existing = await findOwn(tx, userId, organizationId, jobId)
      if (existing) throw new Refusal('ALREADY_APPLIED', { applicationId: existing.id })
      if (!found.isOpen) throw new Refusal('JOB_CLOSED')
      const [cv] = await tx
        .select({ id: file.id })
        .from(file)
        .where(and(eq(file.id, wanted.fileId), eq(file.userId, userId), eq(file.status, 'ready')))
      if (!cv) throw new Refusal('CV_NOT_FOUND')
      // It may have been closed since; the policy would refuse the row too, without a reason.
      const [open] = await tx
        .select({ id: job.id })
        .from(job)
        .where(and(eq(job.id, jobId), isOpen))
      if (!open) throw new Refusal('JOB_CLOSED')
      const [added] = await tx
        .insert(application)
        .values({
          id: applicationId,
          organizationId,
          jobId,
          userId,
          fileId: cv.id,
          candidateName: wanted.name,
          candidateEmail: person.email,
          coverNote: wanted.coverNote,
        })
        .onConflictDoNothing()
        .returning({ id: application.id })
        .catch((error: unknown) => {
          // Deleted in another tab, in this moment.
          const isGone = violatedConstraint(error) === 'application_own_file'
          throw isGone ? new Refusal('CV_NOT_FOUND') : error
        })
      if (!added) {
        const earlier = await findOwn(tx, userId, organizationId, jobId)
        throw new Refusal('ALREADY_APPLIED', { applicationId: earlier?.id ?? '' })
      }
      await tx
        .insert(applicationEvent)
        .values({ id: eventId, organizationId, applicationId, actorId: userId, toStatus: 'new' })
      const sent = { organizationId, applicationId, userId, fileId: cv.id }
      for (const attach of attachments) await attach(tx, sent, wanted)
    }),
  )
  return { applicationId }
}
