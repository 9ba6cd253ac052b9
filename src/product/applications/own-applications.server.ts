import { and, asc, desc, eq } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import { application, applicationEvent } from './tables.ts'
import { file } from '#/platform/files/tables.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { isDecided } from './application-statuses.ts'
import type { OwnApplication, OwnApplicationDetail } from './contract.ts'
import { readJobsAppliedFor } from './job-of-application.server.ts'

type Candidate = { userId: string }
type Row = { id: string; jobId: string }

/** Their own, the newest first. */
export async function listOwnApplications({ userId }: Candidate): Promise<OwnApplication[]> {
  const rows = await asUser({ userId }, (tx) =>
    tx
      .select({
        id: application.id,
        jobId: application.jobId,
        status: application.status,
        createdAt: application.createdAt,
        updatedAt: application.updatedAt,
      })
      .from(application)
      .where(eq(application.userId, userId))
      .orderBy(desc(application.createdAt), desc(application.id))
      .limit(200),
  )
  return withJobs(rows)
}

export async function readOwnApplication(
  { userId }: Candidate,
  applicationId: string,
): Promise<OwnApplicationDetail> {
  const found = await asUser({ userId }, async (tx) => {
    const [row] = await tx
      .select({ application, file })
      .from(application)
      .innerJoin(file, eq(file.id, application.fileId))
      .where(and(eq(application.id, applicationId), eq(application.userId, userId)))
    const steps = await tx
      .select({
        id: applicationEvent.id,
        from: applicationEvent.fromStatus,
        to: applicationEvent.toStatus,
        at: applicationEvent.createdAt,
      })
      .from(applicationEvent)
      .where(eq(applicationEvent.applicationId, applicationId))
      .orderBy(asc(applicationEvent.createdAt), asc(applicationEvent.id))
    return row && { ...row.application, file: row.file, steps }
  })
  if (!found) throw new Refusal('NOT_FOUND')
  const [detail] = await withJobs([found])
  if (!detail) throw new Refusal('NOT_FOUND')
  return { ...detail, name: detail.candidateName, email: detail.candidateEmail }
}

/** Throws ALREADY_DECIDED when there is nothing left to withdraw from. */
export async function withdraw({ userId }: Candidate, applicationId: string): Promise<void> {
  await asUser({ userId }, async (tx) => {
    const isThis = and(eq(application.id, applicationId), eq(application.userId, userId))
    const [found] = await tx
      .select({ status: application.status, organizationId: application.organizationId })
      .from(application)
      .where(isThis)
      .for('update')
    if (!found) {
      // One that was withdrawn is there, but cannot be locked: nobody may change it.
      const [withdrawn] = await tx.select({ id: application.id }).from(application).where(isThis)
      if (!withdrawn) throw new Refusal('NOT_FOUND')
      return
    }
    if (isDecided(found.status)) throw new Refusal('ALREADY_DECIDED')
    await tx.update(application).set({ status: 'withdrawn' }).where(isThis)
    await tx.insert(applicationEvent).values({
      organizationId: found.organizationId,
      applicationId,
      actorId: userId,
      fromStatus: found.status,
      toStatus: 'withdrawn',
    })
  })
}

async function withJobs<T extends Row>(rows: T[]) {
  const jobs = await readJobsAppliedFor(rows.map(({ jobId }) => jobId))
  return rows.flatMap((row) => {
    const job = jobs.find(({ id }) => id === row.jobId)
    return job ? [{ ...row, job }] : []
  })
}
