/**
 * Rows of every table: those that are there, and those that each person tries to add. A table of the
 * schema that is missing here does not compile, and fails the matrix.
 */
import type { PgTable } from 'drizzle-orm/pg-core'
import type * as schema from '#/db/schema/schema.ts'
import { a, b, ids, memberships, mint, people, secretOf, tag, visitorId } from './world.ts'

type Schema = typeof schema
export type TableName = {
  [Name in keyof Schema]: Schema[Name] extends PgTable ? Name : never
}[keyof Schema]
type Row<Name extends TableName> = Schema[Name]['$inferInsert']
/** Rows by a name that says whose they are; what somebody may want to add is made anew each time. */
type Rows<Name extends TableName> = { adds: () => Record<string, Row<Name>> } & (
  | { rows: Record<string, Row<Name>>; writtenByTriggers?: false }
  /** Found by a few columns. */
  | { rows: Record<string, Partial<Row<Name>>>; writtenByTriggers: true }
)

const noHash = new Uint8Array(32)
const soon = new Date(Date.now() + 3_600_000)
const { candidate, stranger, removed, member, admin } = people

export const draftJob = (organizationId: string, id: string, secret = '') => ({
  id,
  organizationId,
  slug: `nurse-${id}`,
  title: `Nurse ${secret}`,
  summary: `Care for people ${secret}`,
  description: `Night shifts ${secret}`,
  skills: secret ? [secret] : [],
  location: 'Köln',
  country: 'DE',
  workplace: 'onsite' as const,
  employmentType: 'full_time' as const,
})
const published = { status: 'published' as const, publishedAt: new Date() }
const closed = { status: 'closed' as const, publishedAt: new Date() }

const secretOfPerson = (userId: string) =>
  userId === candidate.id ? secretOf.candidate : secretOf.stranger
const file = (userId: string, id: string) => ({
  id,
  userId,
  storageKey: `files/${id}`,
  name: `${secretOfPerson(userId)}.pdf`,
  contentType: 'application/pdf',
  sizeBytes: 1,
})
const ready = { status: 'ready' as const, sha256: 'a'.repeat(64), confirmedAt: new Date() }

const asked = (userId: string, fileId: string, id = mint()) => ({
  id,
  userId,
  fileId,
  locale: 'en',
})
const review = (userId: string, fileId: string, id: string) => ({
  ...asked(userId, fileId, id),
  headline: secretOfPerson(userId),
})
const judged = { status: 'done' as const, score: 61 }

const application = () => ({
  id: mint(),
  organizationId: a.id,
  jobId: ids.jobs.unasked,
  userId: candidate.id,
  fileId: ids.files.kept,
  candidateName: candidate.name,
  candidateEmail: candidate.email,
})
const step = { id: mint(), organizationId: a.id, applicationId: ids.applications.toA }
const message = (chatId: string, ownerId: string) => ({
  id: mint(),
  chatId,
  ownerId,
  role: 'user' as const,
  content: `Are there shifts? ${secretOfPerson(ownerId)}`,
})

const answer = () => ({
  ...message(ids.chats.candidates, candidate.id),
  role: 'assistant' as const,
})

export const rowsOf: { [Name in TableName]: Rows<Name> } = {
  user: {
    rows: {
      'a candidate of A': { ...candidate, emailVerified: true },
      'a stranger': { ...stranger, emailVerified: true },
      'a member of A': { ...member, emailVerified: true },
      'an admin of A': { ...admin, emailVerified: true },
      'the owner of A': { ...people.owner, emailVerified: true },
      'who was removed from A': { ...removed, emailVerified: true },
      'a member of both': { ...people.both, emailVerified: true },
      'the owner of B': { ...people.rival, emailVerified: true },
      'a platform admin': { ...people.platform, emailVerified: true, role: 'admin' },
    },
    adds: () => ({ 'an account': { id: mint(), name: 'new', email: `${mint()}@${tag}.example` } }),
  },
  organization: {
    rows: { 'A, which hires': a, 'B, which does not': b },
    adds: () => ({ 'an organisation': { id: mint(), name: 'new', slug: `new-${mint()}` } }),
  },
  member: {
    rows: {
      'a member of A': memberships.member,
      'an admin of A': memberships.admin,
      'the owner of A': memberships.owner,
      'of both, in A': memberships.bothInA,
      'of both, in B': memberships.bothInB,
      'the owner of B': memberships.rival,
    },
    adds: () => ({
      'the stranger to A': {
        id: mint(),
        organizationId: a.id,
        userId: stranger.id,
        role: 'member',
      },
      'the owner of B to A': {
        id: mint(),
        organizationId: a.id,
        userId: people.rival.id,
        role: 'owner',
      },
    }),
  },
  invitation: {
    rows: {
      'to A': {
        id: ids.invitations.toA,
        organizationId: a.id,
        email: stranger.email,
        expiresAt: soon,
        inviterId: people.owner.id,
      },
      'to B': {
        id: ids.invitations.toB,
        organizationId: b.id,
        email: candidate.email,
        expiresAt: soon,
        inviterId: people.rival.id,
      },
    },
    adds: () => ({
      'to A': {
        id: mint(),
        organizationId: a.id,
        email: `${mint()}@${tag}.example`,
        expiresAt: soon,
        inviterId: people.owner.id,
      },
    }),
  },
  organizationProfile: {
    rows: {
      "A's": { organizationId: a.id, about: 'We care.' },
      "B's": { organizationId: b.id, about: secretOf.b },
    },
    adds: () => ({ "A's": { organizationId: a.id }, "B's": { organizationId: b.id } }),
  },
  job: {
    rows: {
      'draft of A': draftJob(a.id, ids.jobs.draft, secretOf.a),
      'published by A': { ...draftJob(a.id, ids.jobs.published), ...published },
      'published by A, too': { ...draftJob(a.id, ids.jobs.unasked), ...published },
      'closed by A': { ...draftJob(a.id, ids.jobs.closed), ...closed },
      'draft of B': draftJob(b.id, ids.jobs.draftOfB, secretOf.b),
      'closed by B': { ...draftJob(b.id, ids.jobs.closedOfB), ...closed },
    },
    adds: () => ({
      'a draft for A': draftJob(a.id, mint()),
      'a published one for A': { ...draftJob(a.id, mint()), ...published },
      'a draft for B': draftJob(b.id, mint()),
    }),
  },
  file: {
    rows: {
      'handed in to A': { ...file(candidate.id, ids.files.handedIn), ...ready },
      'withdrawn from A': { ...file(candidate.id, ids.files.withdrawn), ...ready },
      'kept by the candidate': { ...file(candidate.id, ids.files.kept), ...ready },
      'not checked yet, for the candidate': file(candidate.id, ids.files.unchecked),
      "the stranger's": { ...file(stranger.id, ids.files.strangers), ...ready },
    },
    adds: () => ({
      "the candidate's": file(candidate.id, mint()),
      "the candidate's, ready": { ...file(candidate.id, mint()), status: 'ready' },
      "the candidate's, with a checksum": { ...file(candidate.id, mint()), sha256: ready.sha256 },
      "the candidate's, with a time of the check": {
        ...file(candidate.id, mint()),
        confirmedAt: new Date(),
      },
      "the candidate's, with the stranger's bytes": {
        ...file(candidate.id, mint()),
        storageKey: `files/${ids.files.strangers}`,
      },
      "the stranger's": file(stranger.id, mint()),
    }),
  },
  cvReview: {
    rows: {
      'handed in to A': {
        ...review(candidate.id, ids.files.handedIn, ids.reviews.handedIn),
        ...judged,
      },
      'withdrawn from A': {
        ...review(candidate.id, ids.files.withdrawn, ids.reviews.withdrawn),
        ...judged,
      },
      'kept by the candidate': {
        ...review(candidate.id, ids.files.kept, ids.reviews.kept),
        ...judged,
      },
      'running, for the candidate': review(candidate.id, ids.files.kept, ids.reviews.running),
      "the stranger's": {
        ...review(stranger.id, ids.files.strangers, ids.reviews.strangers),
        ...judged,
      },
    },
    adds: () => ({
      "of the candidate's file": asked(candidate.id, ids.files.kept),
      "of the candidate's file, done": { ...asked(candidate.id, ids.files.kept), status: 'done' },
      "of the candidate's file, with a score": {
        ...asked(candidate.id, ids.files.kept),
        score: 99,
      },
      "of the candidate's file, with words": review(candidate.id, ids.files.kept, mint()),
      "the candidate's, of the stranger's file": asked(candidate.id, ids.files.strangers),
      "of the stranger's file": asked(stranger.id, ids.files.strangers),
    }),
  },
  application: {
    rows: {
      'to A': {
        ...application(),
        id: ids.applications.toA,
        jobId: ids.jobs.published,
        fileId: ids.files.handedIn,
        reviewId: ids.reviews.handedIn,
        status: 'in_review',
        coverNote: secretOf.candidate,
      },
      'to A, withdrawn': {
        ...application(),
        id: ids.applications.withdrawn,
        jobId: ids.jobs.closed,
        fileId: ids.files.withdrawn,
        reviewId: ids.reviews.withdrawn,
        status: 'withdrawn',
      },
      'to B': {
        id: ids.applications.toB,
        organizationId: b.id,
        jobId: ids.jobs.closedOfB,
        userId: stranger.id,
        fileId: ids.files.strangers,
        reviewId: ids.reviews.strangers,
        candidateName: stranger.name,
        candidateEmail: stranger.email,
        coverNote: secretOf.stranger,
      },
    },
    adds: () => ({
      "the candidate's": application(),
      "the candidate's, hired already": { ...application(), status: 'hired' },
      "the candidate's, to a draft": { ...application(), jobId: ids.jobs.draft },
      "the candidate's, to A's job in B's name": { ...application(), organizationId: b.id },
      "the candidate's, with the stranger's file": {
        ...application(),
        fileId: ids.files.strangers,
      },
      "the candidate's, with a file that was not checked": {
        ...application(),
        fileId: ids.files.unchecked,
      },
      "the candidate's, with the stranger's review": {
        ...application(),
        reviewId: ids.reviews.strangers,
      },
      "the candidate's, from another address": { ...application(), candidateEmail: 'x@y.example' },
      "the stranger's": {
        ...application(),
        userId: stranger.id,
        fileId: ids.files.strangers,
        candidateEmail: stranger.email,
      },
    }),
  },
  applicationEvent: {
    rows: {
      'to A, by the candidate': { ...step, id: mint(), actorId: candidate.id, toStatus: 'new' },
      'to A, by who was removed': {
        ...step,
        id: mint(),
        actorId: removed.id,
        fromStatus: 'new',
        toStatus: 'in_review',
      },
      'to B': {
        id: mint(),
        organizationId: b.id,
        applicationId: ids.applications.toB,
        actorId: people.rival.id,
        toStatus: 'new',
      },
    },
    adds: () => ({
      "the member's, as it is": {
        ...step,
        id: mint(),
        actorId: member.id,
        toStatus: 'in_review',
      },
      "the member's, of a step not taken": {
        ...step,
        id: mint(),
        actorId: member.id,
        toStatus: 'hired',
      },
      "the admin's, as it is": { ...step, id: mint(), actorId: admin.id, toStatus: 'in_review' },
      "the candidate's, of a recruiter's step": {
        ...step,
        id: mint(),
        actorId: candidate.id,
        toStatus: 'in_review',
      },
      "the candidate's, of the withdrawal": {
        ...step,
        id: mint(),
        applicationId: ids.applications.withdrawn,
        actorId: candidate.id,
        toStatus: 'withdrawn',
      },
      "the member's, in B's name": {
        ...step,
        id: mint(),
        organizationId: b.id,
        actorId: member.id,
        toStatus: 'in_review',
      },
      "B's owner's, in A's name": {
        ...step,
        id: mint(),
        actorId: people.rival.id,
        toStatus: 'in_review',
      },
    }),
  },
  chat: {
    rows: {
      "the candidate's, about A's job": {
        id: ids.chats.candidates,
        ownerId: candidate.id,
        jobId: ids.jobs.published,
        title: secretOf.candidate,
      },
      "the visitor's, about A's job": {
        id: ids.chats.visitors,
        ownerId: `visitor:${visitorId}`,
        jobId: ids.jobs.published,
      },
      "the stranger's, about B's job": {
        id: ids.chats.strangers,
        ownerId: stranger.id,
        jobId: ids.jobs.closedOfB,
      },
    },
    adds: () => ({
      "the candidate's": { id: mint(), ownerId: candidate.id, jobId: ids.jobs.published },
      "the candidate's, with an answer in progress": {
        id: mint(),
        ownerId: candidate.id,
        jobId: ids.jobs.published,
        activeReplyId: 'x',
      },
      "the candidate's, about a draft of A": {
        id: mint(),
        ownerId: candidate.id,
        jobId: ids.jobs.draft,
      },
      "the member's, about a draft of A": { id: mint(), ownerId: member.id, jobId: ids.jobs.draft },
      "the visitor's": {
        id: mint(),
        ownerId: `visitor:${visitorId}`,
        jobId: ids.jobs.published,
      },
      "another visitor's": {
        id: mint(),
        ownerId: `visitor:${mint()}`,
        jobId: ids.jobs.published,
      },
    }),
  },
  chatMessage: {
    rows: {
      "in the candidate's": message(ids.chats.candidates, candidate.id),
      "an answer in the candidate's": {
        ...message(ids.chats.candidates, candidate.id),
        role: 'assistant',
      },
      "in the visitor's": message(ids.chats.visitors, `visitor:${visitorId}`),
      "in the stranger's": message(ids.chats.strangers, stranger.id),
    },
    adds: () => ({
      "a question in the candidate's": message(ids.chats.candidates, candidate.id),
      "a question in the candidate's, not finished": {
        ...message(ids.chats.candidates, candidate.id),
        status: 'writing',
      },
      "a question in the candidate's, empty and not finished": {
        ...message(ids.chats.candidates, candidate.id),
        status: 'writing',
        content: '',
      },
      "an answer in the candidate's, begun": { ...answer(), status: 'writing', content: '' },
      "an answer in the candidate's, begun with words": { ...answer(), status: 'writing' },
      "an answer in the candidate's, finished": { ...answer(), content: '' },
      "the candidate's, in the stranger's chat": message(ids.chats.strangers, candidate.id),
      "the stranger's, in the candidate's chat": message(ids.chats.candidates, stranger.id),
      "a question in the visitor's": message(ids.chats.visitors, `visitor:${visitorId}`),
    }),
  },
  auditEvent: {
    writtenByTriggers: true,
    rows: { 'of A': { organizationId: a.id }, 'of B': { organizationId: b.id } },
    adds: () => ({
      'of A': {
        id: mint(),
        organizationId: a.id,
        sequence: 1,
        actorId: people.owner.id,
        action: 'job.closed',
        subjectType: 'job',
        subjectId: ids.jobs.closed,
        occurredAt: new Date(),
        previousHash: noHash,
        hash: noHash,
      },
    }),
  },
  auditChain: {
    writtenByTriggers: true,
    rows: { 'of A': { chain: a.id } },
    adds: () => ({ 'of A': { chain: mint(), sequence: 1, hash: noHash } }),
  },
  modelCall: {
    rows: {
      "the candidate's, about A's job": {
        id: mint(),
        userId: candidate.id,
        organizationId: a.id,
        purpose: 'job_chat',
        provider: 'local',
        model: 'local',
        durationMs: 1,
        outcome: 'done',
      },
    },
    adds: () => ({
      "the candidate's": {
        id: mint(),
        userId: candidate.id,
        purpose: 'job_chat',
        provider: 'local',
        model: 'local',
        durationMs: 1,
        outcome: 'done',
      },
    }),
  },
  subscription: {
    rows: {
      "A's": { id: mint(), plan: 'team', referenceId: a.id, status: 'canceled' },
      "the candidate's": { id: mint(), plan: 'pro', referenceId: candidate.id, status: 'canceled' },
      "B's": { id: mint(), plan: 'team', referenceId: b.id, status: 'canceled' },
    },
    adds: () => ({
      "A's": { id: mint(), plan: 'team', referenceId: a.id, status: 'active' },
      "the candidate's": { id: mint(), plan: 'pro', referenceId: candidate.id, status: 'active' },
    }),
  },
  session: {
    rows: {
      "the candidate's": {
        id: ids.sessions.candidate,
        token: mint(),
        userId: candidate.id,
        expiresAt: soon,
      },
      "the stranger's": {
        id: ids.sessions.stranger,
        token: mint(),
        userId: stranger.id,
        expiresAt: soon,
      },
    },
    adds: () => ({
      "the candidate's": { id: mint(), token: mint(), userId: candidate.id, expiresAt: soon },
    }),
  },
  account: {
    rows: {
      "the candidate's": {
        id: mint(),
        accountId: candidate.id,
        providerId: 'credential',
        userId: candidate.id,
      },
    },
    adds: () => ({
      "the candidate's": {
        id: mint(),
        accountId: candidate.id,
        providerId: 'google',
        userId: candidate.id,
      },
    }),
  },
  verification: {
    rows: {
      "the candidate's": {
        id: mint(),
        identifier: candidate.email,
        value: 'x',
        expiresAt: soon,
      },
    },
    adds: () => ({
      "the candidate's": { id: mint(), identifier: candidate.email, value: 'x', expiresAt: soon },
    }),
  },
  stripeEvent: {
    rows: { 'about A': { id: mint(), type: 'x', payload: { organization: a.id } } },
    adds: () => ({ 'about A': { id: mint(), type: 'x', payload: {} } }),
  },
  usageCounter: {
    rows: {
      "A's": { subject: `organization:${a.id}`, metric: 'questions', used: 1, endsAt: soon },
      "the candidate's": {
        subject: `user:${candidate.id}`,
        metric: 'questions',
        used: 1,
        endsAt: soon,
      },
    },
    adds: () => ({
      "the candidate's": {
        subject: `user:${candidate.id}`,
        metric: 'reviews',
        used: 0,
        endsAt: soon,
      },
    }),
  },
  rateLimit: {
    rows: { 'an attempt': { key: `test:${mint()}`, count: 1, endsAt: soon } },
    adds: () => ({ 'an attempt': { key: `test:${mint()}`, count: 1, endsAt: soon } }),
  },
}
