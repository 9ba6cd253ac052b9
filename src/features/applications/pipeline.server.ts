import { and, asc, count, desc, eq, gt, ilike, lt, or, type SQL, sql } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { application, applicationEvent } from '#/db/schema/applications.ts'
import { cvReview } from '#/db/schema/cv-reviews.ts'
import { file } from '#/db/schema/files.ts'
import { user } from '#/db/schema/identity.ts'
import { job } from '#/db/schema/jobs.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { type ApplicationStatus, type OpenStatus, statuses } from './application-statuses.ts'
import {
  type Board,
  cardsPerColumn,
  type Pipeline,
  type ReceivedApplicationDetail,
} from './contract.ts'
import { type PipelineOrder, usualPipelineOrder } from './pipeline-order.ts'

type InOrganization = { userId: string; organizationId: string }
type Asked = { jobId?: string; q?: string; sort?: PipelineOrder }

const perPage = 50
const columns = {
  id: application.id,
  status: application.status,
  name: application.candidateName,
  email: application.candidateEmail,
  job: { id: job.id, title: job.title },
  score: cvReview.score,
  createdAt: application.createdAt,
}

/** The applications to an organisation; `counts` is for its tabs. */
export async function readPipeline(
  actor: InOrganization,
  asked: Asked & { status?: ApplicationStatus; page?: number },
): Promise<Pipeline> {
  const { status, page = 1 } = asked
  const matching = matches(actor, asked)
  return asUser(actor, async (tx) => {
    const counts = await countByStatus(tx, matching)
    const total = status ? counts[status] : statuses.reduce((sum, one) => sum + counts[one], 0)
    const applications = await selectReceived(tx)
      .where(and(matching, status && eq(application.status, status)))
      .orderBy(...orders[asked.sort ?? usualPipelineOrder])
      .limit(perPage)
      .offset((page - 1) * perPage)
    return {
      applications,
      counts,
      jobs: await readJobsWithApplications(tx, actor),
      page,
      pageCount: Math.max(1, Math.ceil(total / perPage)),
    }
  })
}

/** The first of each open status; `counts` says how many there are in all. */
export async function readBoard(actor: InOrganization, asked: Asked): Promise<Board> {
  const matching = matches(actor, asked)
  return asUser(actor, async (tx) => {
    const column = (status: OpenStatus) =>
      selectReceived(tx)
        .where(and(matching, eq(application.status, status)))
        .orderBy(...orders[asked.sort ?? usualPipelineOrder])
        .limit(cardsPerColumn)
    return {
      columns: {
        new: await column('new'),
        in_review: await column('in_review'),
        interview: await column('interview'),
        offer: await column('offer'),
      },
      counts: await countByStatus(tx, matching),
      jobs: await readJobsWithApplications(tx, actor),
    }
  })
}

const newestFirst = [desc(application.createdAt), desc(application.id)]
const orders: Record<PipelineOrder, SQL[]> = {
  '-received': newestFirst,
  received: [asc(application.createdAt), asc(application.id)],
  '-score': [sql`${cvReview.score} desc nulls last`, ...newestFirst],
  score: [sql`${cvReview.score} asc nulls last`, ...newestFirst],
}

function matches({ organizationId }: InOrganization, { jobId, q }: Asked) {
  const text = q?.trim()
  const like = text ? `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%` : undefined
  return and(
    eq(application.organizationId, organizationId),
    jobId ? eq(application.jobId, jobId) : undefined,
    like
      ? or(ilike(application.candidateName, like), ilike(application.candidateEmail, like))
      : undefined,
  )
}

const selectReceived = (tx: Tx) =>
  tx
    .select(columns)
    .from(application)
    .innerJoin(job, eq(job.id, application.jobId))
    .leftJoin(cvReview, eq(cvReview.id, application.reviewId))

async function countByStatus(tx: Tx, matching: SQL | undefined) {
  const counted = await tx
    .select({ status: application.status, number: count() })
    .from(application)
    .where(matching)
    .groupBy(application.status)
  const numberOf = (status: ApplicationStatus) =>
    counted.find((row) => row.status === status)?.number ?? 0
  return {
    new: numberOf('new'),
    in_review: numberOf('in_review'),
    interview: numberOf('interview'),
    offer: numberOf('offer'),
    hired: numberOf('hired'),
    rejected: numberOf('rejected'),
    withdrawn: numberOf('withdrawn'),
  } satisfies Record<ApplicationStatus, number>
}

const readJobsWithApplications = (tx: Tx, { organizationId }: InOrganization) =>
  tx
    .select({ id: job.id, title: job.title })
    .from(job)
    .where(
      and(
        eq(job.organizationId, organizationId),
        sql`exists (select from ${application} a where a.organization_id = ${organizationId} and a.job_id = ${job.id})`,
      ),
    )
    .orderBy(asc(job.title))

export async function readReceivedApplication(
  actor: InOrganization,
  applicationId: string,
): Promise<ReceivedApplicationDetail> {
  const { organizationId } = actor
  return asUser(actor, async (tx) => {
    const [found] = await tx
      .select({
        ...columns,
        candidateId: application.userId,
        coverNote: application.coverNote,
        // The policies show what was handed in until it is withdrawn.
        reviewId: cvReview.id,
        file,
        job: { id: job.id, title: job.title, slug: job.slug },
      })
      .from(application)
      .innerJoin(job, eq(job.id, application.jobId))
      .leftJoin(file, eq(file.id, application.fileId))
      .leftJoin(cvReview, eq(cvReview.id, application.reviewId))
      .where(and(eq(application.organizationId, organizationId), eq(application.id, applicationId)))
    if (!found) throw new Refusal('NOT_FOUND')
    const steps = await tx
      .select({
        id: applicationEvent.id,
        from: applicationEvent.fromStatus,
        to: applicationEvent.toStatus,
        at: applicationEvent.createdAt,
        actorId: applicationEvent.actorId,
        actorName: user.name,
      })
      .from(applicationEvent)
      // The policies show the names of colleagues alone.
      .leftJoin(user, eq(user.id, applicationEvent.actorId))
      .where(
        and(
          eq(applicationEvent.organizationId, organizationId),
          eq(applicationEvent.applicationId, applicationId),
        ),
      )
      .orderBy(asc(applicationEvent.createdAt), asc(applicationEvent.id))
    const beside = and(
      eq(application.organizationId, organizationId),
      eq(application.jobId, found.job.id),
      eq(application.status, found.status),
    )
    const [previous] = await tx
      .select({ id: application.id })
      .from(application)
      .where(and(beside, gt(application.id, applicationId)))
      .orderBy(asc(application.id))
      .limit(1)
    const [next] = await tx
      .select({ id: application.id })
      .from(application)
      .where(and(beside, lt(application.id, applicationId)))
      .orderBy(desc(application.id))
      .limit(1)
    const { candidateId, ...shown } = found
    return {
      ...shown,
      steps: steps.map(({ actorId, actorName, ...step }) => ({
        ...step,
        actor:
          actorId === candidateId
            ? { kind: 'candidate' as const, name: shown.name }
            : { kind: 'colleague' as const, name: actorName },
      })),
      previousId: previous?.id ?? null,
      nextId: next?.id ?? null,
    }
  })
}
