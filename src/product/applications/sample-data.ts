import { eq } from 'drizzle-orm'
import { recruiterOf, sampleData as jobs, sampleJobOf } from '#/product/jobs/sample-data.ts'
import {
  sampleCandidate,
  sampleData as sampleCandidates,
} from '#/product/sample-candidates/sample-data.ts'
import { idOf } from '../../../scripts/seed/add-people.ts'
import { isLocalPart } from '../../../scripts/seed/local-parts.ts'
import { defineSampleData } from '../../../scripts/seed/sample-data.ts'
import { type Step, tellHistory } from '../../../scripts/seed/tell-history.ts'
import { daysAgo } from '../../../scripts/seed/times.ts'
import { type ApplicationStatus, isMailed } from './application-statuses.ts'
import { applicationsToHalden } from './sample-data/applications-to-halden.ts'
import { applicationsToOthers } from './sample-data/applications-to-others.ts'
import type { SampleApplication } from './sample-data/sample-application.ts'
import { application, applicationEvent, applicationNotice } from './tables.ts'

export const sampleApplications = [...applicationsToHalden, ...applicationsToOthers]

/** The applications as they arrived, and who moved them since; without the local storage there are none. */
export const sampleData = defineSampleData({
  after: [jobs, sampleCandidates],
  add: async (tx) => {
    if (!isLocalPart('storage')) return
    const all = sampleApplications.map(rowsOf)
    await tx.insert(application).values(all.map((rows) => rows.application))
    await tx.insert(applicationEvent).values(all.flatMap((rows) => rows.events))
    await tx.insert(applicationNotice).values(all.flatMap((rows) => rows.notices))
    await tellHistory(
      tx,
      all.flatMap((rows) => rows.moves),
    )
  },
  moments: {
    'application.moved': `(
      select max(s.created_at) from application_event s
      where s.application_id::text = e.subject_id and s.to_status = e.after->>'status')`,
    'application.withdrawn': `(
      select max(s.created_at) from application_event s
      where s.application_id::text = e.subject_id and s.to_status = 'withdrawn')`,
  },
})

function rowsOf(applied: SampleApplication) {
  const { organization, jobId } = sampleJobOf(applied.job)
  const candidate = sampleCandidate(applied.candidate)
  const cv = candidate.cvs.find(({ name }) => name === applied.cv)
  if (!cv) throw new Error(`${candidate.name} has no CV named ${applied.cv}.`)
  const userId = idOf(candidate.email)
  const createdAt = daysAgo(applied.daysAgo)
  // In the order of the ids, recruiters go from one to the next.
  const id = Bun.randomUUIDv7('hex', createdAt)
  const statuses: ApplicationStatus[] = ['new', ...applied.moves.map(({ to }) => to)]
  const taken = applied.moves.map(({ to, by, ...move }, index) => ({
    at: daysAgo(move.daysAgo),
    actorId: to === 'withdrawn' ? userId : idOf(by ?? recruiterOf(organization)),
    from: statuses[index] ?? 'new',
    to,
  }))
  const event = { organizationId: organization.id, applicationId: id }
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
      organizationId: organization.id,
      jobId,
      userId,
      fileId: cv.id,
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
