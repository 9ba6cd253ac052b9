import { file } from '#/platform/files/tables.ts'
import { fileIds, fileOf, ready, storeBytes } from '#/platform/files/isolation.ts'
import { jobIds, slugOf } from '#/product/jobs/isolation.ts'
import {
  addToTable,
  defineIsolation,
  expectProcedures,
  ownThing,
} from '../../../tests/isolation/feature-isolation.ts'
import { inA, nothing } from '../../../tests/isolation/given.ts'
import { a, b, people } from '../../../tests/isolation/world.ts'
import { mailAboutArrivals } from './arrival-mails.server.ts'
import type { applicationsContract } from './contract.ts'
import { applicationIds, applicationTables, handedInFiles } from './isolation-tables.ts'

const { candidate } = people
const fields = { name: 'Robin', coverNote: '' }

export const isolation = defineIsolation({
  world:
    'The candidate applied to A, and withdrew one application to A and one to B; the stranger applied to B. Nobody can delete a file that was handed in, because the application points at it.',
  tables: applicationTables,
  tableAdditions: [
    addToTable(file, {
      rows: {
        'handed in to A': { ...fileOf(candidate.id, handedInFiles.toA), ...ready },
        'withdrawn from A': { ...fileOf(candidate.id, handedInFiles.withdrawn), ...ready },
      },
      grid: `
                          nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        handed in to A    -       -        -         -      -         -     -        -         r          r       r      r
        withdrawn from A  -       -        -         -      -         -     -        -         r          -       -      -
      `,
      instead: `
                        nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        the stranger's  -       -        r         r      -         r     -        -         -          -       -      -
      `,
    }),
  ],
  procedures: [
    expectProcedures<typeof applicationsContract>('applications', {
      calls: {
        mailPreferences: nothing,
        changeMailPreferences: () => ({ newApplications: false }),
        form: {
          'of a draft': (given) => ({ jobSlug: given(slugOf(jobIds.draft)) }),
          'of a published job': (given) => ({ jobSlug: given(slugOf(jobIds.published)) }),
        },
        apply: {
          'to a draft': (given) => ({
            ...fields,
            jobSlug: given(slugOf(jobIds.draft)),
            fileId: given(fileIds.kept),
          }),
          'to a published job, with the candidate’s file': (given) => ({
            ...fields,
            jobSlug: given(slugOf(jobIds.published)),
            fileId: given(fileIds.kept),
          }),
        },
        mine: nothing,
        read: (given) => ({ applicationId: given(applicationIds.toA) }),
        withdraw: (given) => ({ applicationId: given(applicationIds.toA) }),
        pipeline: {
          'of A': inA,
          'of a job': (given) => ({ ...inA(given), jobId: given(jobIds.published) }),
        },
        board: inA,
        readReceived: (given) => ({ ...inA(given), applicationId: given(applicationIds.toA) }),
        mailOfMove: (given) => ({
          ...inA(given),
          applicationId: given(applicationIds.toA),
          to: 'rejected',
        }),
        move: (given) => ({
          ...inA(given),
          applicationId: given(applicationIds.toA),
          from: 'in_review',
          to: 'interview',
        }),
      },
      grid: `
                                                                           anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
        applications.mailPreferences                                       401        401      200       200    200      200       200        200     200    200
        applications.changeMailPreferences                                 401        401      200       200    200      200       200        200     200    200
        applications.form, of a draft                                      401        401      404       404    404      404       404        404     404    404
        applications.form, of a published job                              401        401      200*      200*   200*     200*      200*       200*    200*   200*
        applications.apply, to a draft                                     401        401      404       404    404      404       404        404     404    404
        applications.apply, to a published job, with the candidate’s file  401        401      422*      422*   422*     422*      409*       422*    422*   422*
        applications.mine                                                  401        401      200       200    200      200       200        200     200    200
        applications.read                                                  401        401      404       404    404      404       200*       404     404    404
        applications.withdraw                                              401        401      404       404    404      404       200*       404     404    404
        applications.pipeline, of A                                        401        401      404       404    404      404       404        200*    200*   200*
        applications.pipeline, of a job                                    401        401      404       404    404      404       404        200*    200*   200*
        applications.board                                                 401        401      404       404    404      404       404        200*    200*   200*
        applications.readReceived                                          401        401      404       404    404      404       404        200*    200*   200*
        applications.mailOfMove                                            401        401      404       404    404      404       404        200*    200*   200*
        applications.move                                                  401        401      404       404    404      404       404        200*    200*   200*
      `,
      recorded: {
        'applications.apply': 'the application itself says who handed it in, and when',
        'applications.withdraw': ['application.withdrawn'],
        'applications.changeMailPreferences': ownThing,
        'applications.move': ['application.moved'],
      },
    }),
  ],
  routes: {
    'GET /api/files/:fileId': {
      'handed in': { path: (given) => `files/${given(handedInFiles.toA)}` },
      'handed in, for A': {
        path: (given) => `files/${given(handedInFiles.toA)}?organization=${a.slug}`,
        isRecorded: true,
      },
      'handed in, for B': {
        path: (given) => `files/${given(handedInFiles.toA)}?organization=${b.slug}`,
      },
      'withdrawn, for A': {
        path: (given) => `files/${given(handedInFiles.withdrawn)}?organization=${a.slug}`,
      },
    },
    'GET /api/unsubscribe': 'Leads to the page with the switch.',
    'POST /api/unsubscribe': 'Turns mails off for the person whom its signature names.',
  },
  routeGrid: `
                                              anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
    GET /api/files/:fileId, handed in         404        404      404       404    404      404       200*       404     404    404
    GET /api/files/:fileId, handed in, for A  404        404      404       404    404      404       200*       200*    200*   200*
    GET /api/files/:fileId, handed in, for B  404        404      404       404    404      404       200*       404     404    404
    GET /api/files/:fileId, withdrawn, for A  404        404      404       404    404      404       200*       404     404    404
  `,
  beforeRoutes: () => storeBytes(handedInFiles),
  foreign: { applicationId: applicationIds.toB, jobSlug: slugOf(jobIds.draftOfB) },
  backgroundJobs: {
    'mail-about-application': 'carries one id',
    'mail-about-move': 'carries one id',
    'mail-about-arrivals': () =>
      mailAboutArrivals({ organizationId: b.id, userId: people.member.id }),
  },
  alsoRecorded: { 'identity.deleteAccount': ['application.deleted'] },
  recordedByCode: ['application.cv_read'],
  addresses: { applicationId: applicationIds.toA },
  accessTests: ['.'],
  equivalentMutants: {
    'policy application_event_actor_adds: with check, without (application_id IN ( SELECT a.id FROM application a WHERE (a.user_id = ( SELECT current_user_id() AS current_user_id))))':
      'The last part asks for an application that is seen: the own, or one of the organisation that is named. The key application_event_of_tenant makes the event of the latter the organisation’s, which its members may add anyway.',
  },
})
