import { application, applicationEvent, applicationNotice } from './tables.ts'
import { mailPreference } from './tables.ts'
import { fileIds } from '#/platform/files/isolation.ts'
import { jobIds } from '#/product/jobs/isolation.ts'
import { expectTable, ownThing } from '../../../tests/isolation/feature-isolation.ts'
import { a, b, mint, people, secretOf } from '../../../tests/isolation/world.ts'

const { admin, candidate, member, removed, stranger } = people
export const applicationIds = {
  toA: mint(),
  withdrawn: mint(),
  withdrawnFromB: mint(),
  toB: mint(),
}
/** The candidate's files that went with an application. */
export const handedInFiles = { toA: mint(), withdrawn: mint() }

const applicationOfCandidate = () => ({
  id: mint(),
  organizationId: a.id,
  jobId: jobIds.unasked,
  userId: candidate.id,
  fileId: fileIds.kept,
  candidateName: candidate.name,
  candidateEmail: candidate.email,
})
const step = { id: mint(), organizationId: a.id, applicationId: applicationIds.toA }
const notice = {
  organizationId: a.id,
  applicationId: applicationIds.toA,
  userId: candidate.id,
}

export const applicationTables = [
  expectTable(application)({
    rows: {
      'to A': {
        ...applicationOfCandidate(),
        id: applicationIds.toA,
        jobId: jobIds.published,
        fileId: handedInFiles.toA,
        status: 'in_review',
        coverNote: secretOf.candidate,
      },
      'to A, withdrawn': {
        ...applicationOfCandidate(),
        id: applicationIds.withdrawn,
        jobId: jobIds.closed,
        fileId: handedInFiles.withdrawn,
        status: 'withdrawn',
      },
      "the candidate's to B, withdrawn": {
        ...applicationOfCandidate(),
        id: applicationIds.withdrawnFromB,
        organizationId: b.id,
        jobId: jobIds.closedOfB,
        fileId: handedInFiles.withdrawn,
        status: 'withdrawn',
      },
      'to B': {
        id: applicationIds.toB,
        organizationId: b.id,
        jobId: jobIds.closedOfB,
        userId: stranger.id,
        fileId: fileIds.strangers,
        candidateName: stranger.name,
        candidateEmail: stranger.email,
        coverNote: secretOf.stranger,
      },
    },
    adds: () => ({
      "the candidate's": applicationOfCandidate(),
      "the candidate's, hired already": { ...applicationOfCandidate(), status: 'hired' },
      "the candidate's, to a draft": { ...applicationOfCandidate(), jobId: jobIds.draft },
      "the candidate's, to A's job in B's name": {
        ...applicationOfCandidate(),
        organizationId: b.id,
      },
      "the candidate's, with the stranger's file": {
        ...applicationOfCandidate(),
        fileId: fileIds.strangers,
      },
      "the candidate's, with a file that was not checked": {
        ...applicationOfCandidate(),
        fileId: fileIds.unchecked,
      },
      "the candidate's, from another address": {
        ...applicationOfCandidate(),
        candidateEmail: 'x@y.example',
      },
      "the stranger's": {
        ...applicationOfCandidate(),
        userId: stranger.id,
        fileId: fileIds.strangers,
        candidateEmail: stranger.email,
      },
    }),
    grants: 'select, insert, update (status, updated_at)',
    grid: `
                                                           nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      to A                                                 -       -        -         -      -         -     -        -         ru         ru      ru     ru
      to A, withdrawn                                      -       -        -         -      -         -     -        -         r          r       r      r
      the candidate's to B, withdrawn                      -       -        -         r      -         r     -        -         r          -       -      -
      to B                                                 -       -        ru        ru     -         ru    -        -         -          -       -      -
      + the candidate's                                    -       -        -         -      -         -     -        -         c          -       -      -
      + the candidate's, hired already                     -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's, to a draft                        -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's, to A's job in B's name            -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's, with the stranger's file          -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's, with a file that was not checked  -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's, from another address              -       -        -         -      -         -     -        -         -          -       -      -
      + the stranger's                                     -       -        c         -      -         -     -        -         -          -       -      -
    `,
    becomes: {
      status: {
        'stranger candidate': 'withdrawn',
        'rival both member admin owner': 'new in_review interview offer hired rejected',
      },
    },
    recorded: ['DELETE', 'UPDATE'],
    structure: {
      compositeKeys: {
        application_job_of_tenant:
          'FOREIGN KEY (organization_id, job_id) REFERENCES job(organization_id, id) ON DELETE CASCADE',
        application_of_candidate: 'UNIQUE (organization_id, id, user_id)',
        application_once_per_job: 'UNIQUE (organization_id, job_id, user_id)',
        application_organization_id_id: 'UNIQUE (organization_id, id)',
        application_own_file: 'FOREIGN KEY (user_id, file_id) REFERENCES file(user_id, id)',
      },
    },
  }),
  expectTable(applicationEvent)({
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
        applicationId: applicationIds.toB,
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
        applicationId: applicationIds.withdrawn,
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
    grants: 'select, insert',
    grid: `
                                                nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      to A, by the candidate                    -       -        -         -      -         -     -        -         r          r       r      r
      to A, by who was removed                  -       -        -         -      -         -     -        -         r          r       r      r
      to B                                      -       -        r         r      -         r     -        -         -          -       -      -
      + the member's, as it is                  -       -        -         -      -         -     -        -         -          c       -      -
      + the member's, of a step not taken       -       -        -         -      -         -     -        -         -          -       -      -
      + the admin's, as it is                   -       -        -         -      -         -     -        -         -          -       c      -
      + the candidate's, of a recruiter's step  -       -        -         -      -         -     -        -         -          -       -      -
      + the candidate's, of the withdrawal      -       -        -         -      -         -     -        -         c          -       -      -
      + the member's, in B's name               -       -        -         -      -         -     -        -         -          -       -      -
      + B's owner's, in A's name                -       -        -         -      -         -     -        -         -          -       -      -
    `,
    recorded: 'is itself the history of an application, and only added to',
    structure: {
      compositeKeys: {
        application_event_of_tenant:
          'FOREIGN KEY (organization_id, application_id) REFERENCES application(organization_id, id) ON DELETE CASCADE',
      },
    },
  }),
  expectTable(applicationNotice)({
    rows: { 'to A, to the candidate': { ...notice, eventId: mint(), toStatus: 'interview' } },
    adds: () => ({ 'to A, to the candidate': { ...notice, eventId: mint(), toStatus: 'offer' } }),
    grants: '',
    grid: `
                                nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      to A, to the candidate    -       -        -         -      -         -     -        -         -          -       -      -
      + to A, to the candidate  -       -        -         -      -         -     -        -         -          -       -      -
    `,
    recorded: 'which mails went out, which the steps themselves tell',
    structure: {
      compositeKeys: {
        application_notice_of_tenant:
          'FOREIGN KEY (organization_id, application_id) REFERENCES application(organization_id, id) ON DELETE CASCADE',
        application_notice_pk: 'PRIMARY KEY (user_id, event_id)',
      },
    },
  }),
  expectTable(mailPreference)({
    rows: {
      "the candidate's": { userId: candidate.id, newApplications: false },
      "the member's": { userId: member.id },
    },
    adds: () => ({ "the stranger's": { userId: stranger.id } }),
    grants: 'select, insert, update',
    grid: `
                        nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
      the candidate's   -       -        -         -      -         -     -        -         ru         -       -      -
      the member's      -       -        -         -      -         -     -        -         -          ru      -      -
      + the stranger's  -       -        c         -      -         -     -        -         -          -       -      -
    `,
    recorded: ownThing,
  }),
]
