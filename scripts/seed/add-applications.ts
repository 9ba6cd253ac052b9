import { eq } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import { application, applicationEvent, applicationNotice } from '#/product/applications/tables.ts'
import { type ApplicationStatus, isMailed } from '#/product/applications/application-statuses.ts'
import type { FileIds } from './add-cvs.ts'
import type { IdOf, Tenant } from './organization-steps.ts'
import type { SeededApplication, SeededCandidate } from './seeded-candidate.ts'
import type { Step } from './tell-history.ts'
import { daysAgo } from './times.ts'

type Known = { fileIds: FileIds; tenants: Tenant[]; idOf: IdOf }

/** The applications as they arrived, with what is told of each since; moving them is left to do. */
export async function addApplications(
  tx: Tx,
  candidates: SeededCandidate[],
  known: Known,
): Promise<Step[]> {
  const all = candidates.flatMap((candidate) =>
    candidate.applications.map((applied) => rowsOf(applied, candidate, known)),
  )
  await tx.insert(application).values(all.map((rows) => rows.application))
  await tx.insert(applicationEvent).values(all.flatMap((rows) => rows.events))
  await tx.insert(applicationNotice).values(all.flatMap((rows) => rows.notices))
  return all.flatMap((rows) => rows.moves)
}

function rowsOf(
  applied: SeededApplication,
  candidate: SeededCandidate,
  { fileIds, tenants, idOf }: Known,
) {
  const { tenant, jobId } = jobNamed(applied.job, tenants)
  const fileId = fileIds.get(applied.cv)
  if (!fileId) throw new Error(`${candidate.name} has no CV named ${applied.cv}.`)
  const userId = idOf(candidate.email)
  const createdAt = daysAgo(applied.daysAgo)
  // In the order of the ids, recruiters go from one to the next.
  const id = Bun.randomUUIDv7('hex', createdAt)
  const statuses: ApplicationStatus[] = ['new', ...applied.moves.map(({ to }) => to)]
  const taken = applied.moves.map(({ to, by, ...move }, index) => ({
    at: daysAgo(move.daysAgo),
    actorId: to === 'withdrawn' ? userId : idOf(by ?? recruiterOf(tenant)),
    from: statuses[index] ?? 'new',
    to,
  }))
  const event = { organizationId: tenant.id, applicationId: id }
  const steps = taken.map(({ actorId, from, to, at }) => ({
    ...event,
    id: Bun.randomUUIDv7('hex', at),
    actorId,
    fromStatus: from,
    toStatus: to,
    createdAt: at,
  }))
  return {
    application: {
      id,
      organizationId: tenant.id,
      jobId,
      userId,
      fileId,
      candidateName: candidate.name,
      candidateEmail: candidate.email,
      coverNote: applied.coverNote,
      createdAt,
      updatedAt: createdAt,
    },
    events: [
      { ...event, actorId: userId, fromStatus: null, toStatus: 'new' as const, createdAt },
      ...steps,
    ],
    notices: steps
      .filter(({ toStatus }) => isMailed(toStatus))
      .map(({ id: eventId, toStatus, createdAt: at }) => ({
        ...event,
        eventId,
        userId,
        toStatus,
        createdAt: at,
        mailId: eventId,
        mailedAt: at,
      })),
    moves: taken.map(({ at, actorId, to }): Step => ({
      at,
      actorId,
      write: (tx) =>
        tx.update(application).set({ status: to, updatedAt: at }).where(eq(application.id, id)),
    })),
  }
}

export function jobNamed(title: string, tenants: Tenant[]) {
  for (const tenant of tenants) {
    const found = tenant.jobs.find((job) => job.title === title)
    if (found) return { tenant, jobId: found.id }
  }
  throw new Error(`The seed has no job ${title}.`)
}

function recruiterOf({ name, members }: Tenant): string {
  const member = members[1] ?? members[0]
  if (!member) throw new Error(`${name} has no members.`)
  return member.email
}
