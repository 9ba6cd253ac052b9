/**
 * What every procedure is called with, made from a set of ids: those of A and its people, or ids that
 * were never given out. A procedure that is missing here does not compile.
 */
import type { AnyContractProcedure, InferSchemaInput } from '@orpc/contract'
import type { contract } from '#/rpc/contract.ts'
import { a, absent, b, ids, memberships, people, tag } from './world.ts'

const slugOf = (jobId: string) => `nurse-${jobId}`

const idsOfA = {
  organizationSlug: a.slug,
  draft: ids.jobs.draft,
  published: ids.jobs.published,
  closed: ids.jobs.closed,
  draftSlug: slugOf(ids.jobs.draft),
  publishedSlug: slugOf(ids.jobs.published),
  closedSlug: slugOf(ids.jobs.closed),
  applicationId: ids.applications.toA,
  fileId: ids.files.handedIn,
  keptFileId: ids.files.kept,
  reviewId: ids.reviews.handedIn,
  keptReviewId: ids.reviews.kept,
  chatId: ids.chats.candidates,
  memberId: memberships.member.id,
  invitationId: ids.invitations.toA,
  candidateId: people.candidate.id,
  sessionId: ids.sessions.candidate,
}
export type Ids = typeof idsOfA
const absentSlug = `absent-${tag}`
const idsOfNobody: Ids = {
  organizationSlug: absentSlug,
  draft: absent,
  published: absent,
  closed: absent,
  draftSlug: slugOf(absent),
  publishedSlug: slugOf(absent),
  closedSlug: slugOf(absent),
  applicationId: absent,
  fileId: absent,
  keptFileId: absent,
  reviewId: absent,
  keptReviewId: absent,
  chatId: absent,
  memberId: absent,
  invitationId: absent,
  candidateId: absent,
  sessionId: absent,
}
export const given = { real: idsOfA, absent: idsOfNobody }

/**
 * For each field that holds an id: one of B, or of somebody else, and the same where there is none.
 * By the field's name, or by that of procedure and field.
 */
export const foreign: Record<string, { real: string; absent: string }> = {
  organizationSlug: { real: b.slug, absent: absentSlug },
  jobId: { real: ids.jobs.draftOfB, absent },
  jobSlug: { real: slugOf(ids.jobs.draftOfB), absent: slugOf(absent) },
  applicationId: { real: ids.applications.toB, absent },
  fileId: { real: ids.files.strangers, absent },
  reviewId: { real: ids.reviews.strangers, absent },
  chatId: { real: ids.chats.strangers, absent },
  memberId: { real: memberships.rival.id, absent },
  invitationId: { real: ids.invitations.toB, absent },
  userId: { real: people.stranger.id, absent },
  person: { real: people.rival.id, absent },
  'jobs.read.slug': { real: slugOf(ids.jobs.draftOfB), absent: slugOf(absent) },
  'jobs.company.slug': { real: b.slug, absent: absentSlug },
  'jobs.search.company': { real: b.slug, absent: absentSlug },
  'organizations.create.slug': { real: b.slug, absent: absentSlug },
  'identity.endSession.id': { real: ids.sessions.stranger, absent },
}

/** Fields whose answer may tell that somebody else's is there, each with the reason. */
export const toldOnPurpose: Record<string, string> = {
  'admin.user.userId': 'A platform admin sees every account.',
  'admin.suspend.userId': 'A platform admin sees every account.',
  'admin.restore.userId': 'A platform admin sees every account.',
  'organizations.create.slug':
    'Two organisations cannot have one address, so whoever wants a taken one is told to choose another.',
  'organizations.invitation.invitationId':
    'The id of an invitation is the secret of the link in the mail: whoever has it may read it.',
  'organizations.answerInvitation.invitationId':
    'The id of an invitation is the secret of the link in the mail; only its recipient can accept it.',
}

/** Answers that hold what is hidden all the same, by who asks and what, each with the reason. */
export const shownOnPurpose: Record<string, string> = {
  'platform audit.wholeTrail': 'Those who run the site see the whole trail.',
}
type Call<Procedure extends AnyContractProcedure> = (
  given: Ids,
  asker: string,
) => InferSchemaInput<NonNullable<Procedure['~orpc']['inputSchema']>>
/** A procedure that answers differently by what it is asked for is called for each of these. */
type Calls<Node> = Node extends AnyContractProcedure
  ? Call<Node> | Record<string, Call<Node>>
  : { [Name in keyof Node]: Calls<Node[Name]> }

const inA = ({ organizationSlug }: Ids) => ({ organizationSlug })
const nothing = () => undefined
const jobFields = {
  title: 'Night nurse',
  department: '',
  location: 'Köln',
  country: 'DE',
  workplace: 'onsite' as const,
  employmentType: 'full_time' as const,
  salaryCurrency: 'EUR' as const,
  salaryPeriod: 'year' as const,
  skills: [],
  summary: 'Nights',
  description: 'Nights',
}
const application = { name: 'Robin', includeReview: false, coverNote: '' }

export const calls: Calls<typeof contract> = {
  admin: {
    users: () => ({ search: tag }),
    user: ({ candidateId }) => ({ userId: candidateId }),
    suspend: ({ candidateId }) => ({ userId: candidateId, reason: 'a reason' }),
    restore: ({ candidateId }) => ({ userId: candidateId }),
    organizations: () => ({ search: tag }),
    subscriptions: () => ({ search: tag }),
  },
  applications: {
    form: {
      'of a draft': ({ draftSlug }) => ({ jobSlug: draftSlug }),
      'of a published job': ({ publishedSlug }) => ({ jobSlug: publishedSlug }),
    },
    apply: {
      'to a draft': ({ draftSlug, keptFileId }) => ({
        ...application,
        jobSlug: draftSlug,
        fileId: keptFileId,
      }),
      'to a published job, with the candidate’s file': ({ publishedSlug, keptFileId }) => ({
        ...application,
        jobSlug: publishedSlug,
        fileId: keptFileId,
      }),
    },
    mine: nothing,
    read: ({ applicationId }) => ({ applicationId }),
    withdraw: ({ applicationId }) => ({ applicationId }),
    pipeline: {
      'of A': inA,
      'of a job': (given) => ({ ...inA(given), jobId: given.published }),
    },
    board: inA,
    readReceived: (given) => ({ ...inA(given), applicationId: given.applicationId }),
    mailOfMove: (given) => ({ ...inA(given), applicationId: given.applicationId, to: 'rejected' }),
    move: (given) => ({
      ...inA(given),
      applicationId: given.applicationId,
      from: 'in_review',
      to: 'interview',
    }),
  },
  audit: {
    trail: inA,
    wholeTrail: () => ({}),
  },
  billing: {
    overview: nothing,
    mine: () => ({}),
    checkout: () => ({ interval: 'month' }),
    portal: () => ({}),
    cancel: () => ({}),
    restore: nothing,
    ofOrganization: inA,
    organizationCheckout: (given) => ({ ...inA(given), interval: 'month' }),
    organizationPortal: inA,
    organizationCancel: inA,
    organizationRestore: inA,
    organizationUsage: inA,
  },
  chat: {
    list: ({ published }) => ({ jobId: published }),
    read: ({ chatId }) => ({ chatId }),
    create: {
      'about a draft': ({ draft }) => ({ jobId: draft }),
      'about a published job': ({ published }) => ({ jobId: published }),
    },
    rename: ({ chatId }) => ({ chatId, title: 'Shifts' }),
    delete: ({ chatId }) => ({ chatId }),
  },
  cvReview: {
    start: ({ keptFileId }) => ({ fileId: keptFileId, locale: 'en' }),
    read: ({ reviewId }) => ({ reviewId }),
    list: nothing,
    remove: ({ keptReviewId }) => ({ reviewId: keptReviewId }),
    readForOrganization: {
      'handed in': (given) => ({ ...inA(given), reviewId: given.reviewId }),
      'kept by the candidate': (given) => ({ ...inA(given), reviewId: given.keptReviewId }),
    },
  },
  files: {
    requestUpload: () => ({ name: 'cv.pdf', contentType: 'application/pdf', sizeBytes: 1 }),
    confirmUpload: ({ keptFileId }) => ({ fileId: keptFileId }),
    cancelUpload: ({ keptFileId }) => ({ fileId: keptFileId }),
    list: nothing,
  },
  identity: {
    me: nothing,
    endOfSession: nothing,
    update: () => ({ name: 'Robin' }),
    changePassword: () => ({
      currentPassword: 'not the password',
      newPassword: 'a quiet walk in the beech wood',
    }),
    sessions: nothing,
    endSession: ({ sessionId }) => ({ id: sessionId }),
    endOtherSessions: nothing,
    deleteAccount: () => ({ email: `nobody@${tag}.example`, password: 'not the password' }),
  },
  jobs: {
    search: {
      'for the text of a draft': () => ({ q: `quince${tag}` }),
      'of A': ({ organizationSlug }) => ({ company: [organizationSlug] }),
    },
    read: {
      'a draft': ({ draftSlug }) => ({ slug: draftSlug }),
      'a published one': ({ publishedSlug }) => ({ slug: publishedSlug }),
      'a closed one': ({ closedSlug }) => ({ slug: closedSlug }),
    },
    company: ({ organizationSlug }) => ({ slug: organizationSlug }),
    manage: {
      list: inA,
      read: (given) => ({ ...inA(given), jobId: given.draft }),
      create: (given) => ({ ...inA(given), fields: jobFields }),
      update: (given) => ({
        ...inA(given),
        jobId: given.draft,
        fields: jobFields,
        updatedAt: new Date(0),
      }),
      publish: (given) => ({ ...inA(given), jobId: given.draft }),
      close: (given) => ({ ...inA(given), jobId: given.published }),
      removeDraft: (given) => ({ ...inA(given), jobId: given.draft }),
      preview: (given) => ({ ...inA(given), description: 'Nights' }),
    },
  },
  organizations: {
    membership: inA,
    mine: nothing,
    create: (_, asker) => ({ name: 'New', slug: `new-${asker}-${tag}` }),
    profile: inA,
    update: (given) => ({ ...inA(given), name: 'Acme' }),
    remove: (given) => ({ ...inA(given), typedName: a.name }),
    members: inA,
    changeRole: (given) => ({ ...inA(given), memberId: given.memberId, role: 'admin' }),
    removeMember: (given) => ({ ...inA(given), memberId: given.memberId }),
    leave: inA,
    invitations: inA,
    invite: (given) => ({ ...inA(given), email: `guest@${tag}.example`, role: 'member' }),
    resendInvitation: (given) => ({ ...inA(given), invitationId: given.invitationId }),
    cancelInvitation: (given) => ({ ...inA(given), invitationId: given.invitationId }),
    invitation: ({ invitationId }) => ({ invitationId }),
    answerInvitation: ({ invitationId }) => ({ invitationId, answer: 'decline' }),
  },
}
