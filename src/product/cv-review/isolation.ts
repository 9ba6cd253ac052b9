import { cvReview } from './tables.ts'
import { fileIds } from '#/platform/files/isolation.ts'
import {
  defineIsolation,
  expectProcedures,
  expectTable,
  ownThing,
} from '../../../tests/isolation/feature-isolation.ts'
import { nothing } from '../../../tests/isolation/given.ts'
import { mint, people, secretOfPerson } from '../../../tests/isolation/world.ts'
import type { cvReviewContract } from './contract.ts'
import { reviewCv } from './review-cv.server.ts'

const { candidate, stranger } = people
export const reviewIds = { kept: mint(), running: mint(), strangers: mint() }

const asked = (userId: string, fileId: string, id = mint()) => ({
  id,
  userId,
  fileId,
  locale: 'en',
})
export const reviewOf = (userId: string, fileId: string, id: string) => ({
  ...asked(userId, fileId, id),
  headline: secretOfPerson(userId),
})
export const judged = { status: 'done' as const, score: 61 }

export const isolation = defineIsolation({
  tables: [
    expectTable(cvReview)({
      rows: {
        'kept by the candidate': {
          ...reviewOf(candidate.id, fileIds.kept, reviewIds.kept),
          ...judged,
        },
        'running, for the candidate': reviewOf(candidate.id, fileIds.kept, reviewIds.running),
        "the stranger's": {
          ...reviewOf(stranger.id, fileIds.strangers, reviewIds.strangers),
          ...judged,
        },
      },
      adds: () => ({
        "of the candidate's file": asked(candidate.id, fileIds.kept),
        "of the candidate's file, done": { ...asked(candidate.id, fileIds.kept), status: 'done' },
        "of the candidate's file, with a score": {
          ...asked(candidate.id, fileIds.kept),
          score: 99,
        },
        "of the candidate's file, with words": reviewOf(candidate.id, fileIds.kept, mint()),
        "the candidate's, of the stranger's file": asked(candidate.id, fileIds.strangers),
        "of the stranger's file": asked(stranger.id, fileIds.strangers),
      }),
      grants: 'select, insert, update (status, failure, finished_at), delete',
      grid: `
                                                   nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        kept by the candidate                      -       -        -         -      -         -     -        -         rxd        -       -      -
        running, for the candidate                 -       -        -         -      -         -     -        -         rud        -       -      -
        the stranger's                             -       -        rxd       -      -         -     -        -         -          -       -      -
        + of the candidate's file                  -       -        -         -      -         -     -        -         c          -       -      -
        + of the candidate's file, done            -       -        -         -      -         -     -        -         -          -       -      -
        + of the candidate's file, with a score    -       -        -         -      -         -     -        -         -          -       -      -
        + of the candidate's file, with words      -       -        -         -      -         -     -        -         -          -       -      -
        + the candidate's, of the stranger's file  -       -        -         -      -         -     -        -         -          -       -      -
        + of the stranger's file                   -       -        c         -      -         -     -        -         -          -       -      -
      `,
      becomes: {
        status: {
          candidate: 'failed',
        },
      },
      recorded: ownThing,
      structure: {
        compositeKeys: {
          cv_review_own_file:
            'FOREIGN KEY (user_id, file_id) REFERENCES file(user_id, id) ON DELETE CASCADE',
          cv_review_user_id_id: 'UNIQUE (user_id, id)',
        },
      },
    }),
  ],
  procedures: [
    expectProcedures<typeof cvReviewContract>('cvReview', {
      calls: {
        start: (given) => ({ fileId: given(fileIds.kept), locale: 'en' }),
        read: (given) => ({ reviewId: given(reviewIds.kept) }),
        list: nothing,
        remove: (given) => ({ reviewId: given(reviewIds.kept) }),
      },
      grid: `
                                      anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
        cvReview.start                401        401      404       404    404      404       200*       404     404    404
        cvReview.read                 401        401      404       404    404      404       200*       404     404    404
        cvReview.list                 401        401      200       200    200      200       200        200     200    200
        cvReview.remove               401        401      404       404    404      404       200*       404     404    404
      `,
      recorded: {
        'cvReview.start': ownThing,
        'cvReview.remove': ownThing,
      },
    }),
  ],
  foreign: { reviewId: reviewIds.strangers },
  backgroundJobs: {
    'review-cv': () => reviewCv({ reviewId: reviewIds.running, userId: people.stranger.id }),
  },
  addresses: { reviewId: reviewIds.kept },
  equivalentMutants: {
    'policy cv_review_owner_gives_up: with check, without (user_id = ( SELECT current_user_id() AS current_user_id))':
      'The column user_id is not granted for an update, so that a row keeps the owner that USING found.',
  },
})
