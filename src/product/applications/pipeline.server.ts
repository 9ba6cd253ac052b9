import { and, asc, count, eq, ilike, or, type SQL, sql } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { application, applicationEvent } from './tables.ts'
import { file } from '#/platform/files/tables.ts'
import { user } from '#/db/schema/identity.ts'
import { job } from '#/product/jobs/tables.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { type ApplicationStatus, type OpenStatus, statuses } from './application-statuses.ts'
import {
  type Board,
  cardsPerColumn,
  type Pipeline,
  type ReceivedApplicationDetail,
} from './contract.ts'
import { besideInOrder, orders, type Side } from './pipeline-neighbours.server.ts'
import { type PipelineOrder, usualPipelineOrder } from './pipeline-order.ts'
import { score } from './scores.server.ts'

type InOrganization = { userId: string; organizationId: string }
type Asked = { jobId?: string; q?: string; sort?: PipelineOrder }

const perPage = 50
const columns = {
  id: application.id,
  status: application.status,
  name: application.candidateName,
  email: application.candidateEmail,
  job: { id: job.id, title: job.title },
  score,
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
  tx.select(columns).from(application).innerJoin(job, eq(job.id, application.jobId))

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
    .orderBy(asc(job.title), asc(job.id))

/** With its neighbours in the list that these filters and this order make. */
export async function readReceivedApplication(
  actor: InOrganization,
  asked: Asked & { applicationId: string; status?: ApplicationStatus },
): Promise<ReceivedApplicationDetail> {
  const { organizationId } = actor
  const { applicationId } = asked
  return asUser(actor, async (tx) => {
    const [found] = await tx
      .select({
        ...columns,
        candidateId: application.userId,
        // Text, because a Date loses the microseconds that tell neighbours apart.
        receivedAt: sql<string>`${application.createdAt}::text`,
        coverNote: application.coverNote,
        // The policies show what was handed in until it is withdrawn.
        file,
        job: { id: job.id, title: job.title, slug: job.slug },
      })
      .from(application)
      .innerJoin(job, eq(job.id, application.jobId))
      .leftJoin(file, eq(file.id, application.fileId))
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
    const { candidateId, receivedAt, ...shown } = found
    const place = { id: applicationId, receivedAt, score: found.score }
    const list = and(matches(actor, asked), asked.status && eq(application.status, asked.status))
    const sort = asked.sort ?? usualPipelineOrder
    const neighbour = async (side: Side) => {
      const { beyond, order } = besideInOrder(sort, side, place)
      const [row] = await selectReceived(tx)
        .where(and(list, beyond))
        .orderBy(...order)
        .limit(1)
      return row?.id ?? null
    }
    return {
      ...shown,
      steps: steps.map(({ actorId, actorName, ...step }) => ({
        ...step,
        actor:
          actorId === candidateId
            ? { kind: 'candidate' as const, name: shown.name }
            : { kind: 'colleague' as const, name: actorName },
      })),
      previousId: await neighbour('before'),
      nextId: await neighbour('after'),
    }
  })
}
