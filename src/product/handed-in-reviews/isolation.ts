import { applicationIds, handedInFiles } from '#/product/applications/isolation-tables.ts'
import type { cvReviewContract } from '#/product/cv-review/contract.ts'
import { judged, reviewIds, reviewOf } from '#/product/cv-review/isolation.ts'
import { cvReview } from '#/product/cv-review/tables.ts'
import {
  addToProcedures,
  addToTable,
  defineIsolation,
  expectProcedures,
  expectTable,
} from '../../../tests/isolation/feature-isolation.ts'
import { inA, nothing } from '../../../tests/isolation/given.ts'
import { a, b, mint, people } from '../../../tests/isolation/world.ts'
import type { handedInReviewsContract } from './contract.ts'
import { handedInReview } from './tables.ts'

const { candidate, stranger } = people
const handedIn = { toA: mint(), withdrawn: mint() }

const toA = { organizationId: a.id, userId: candidate.id }
const withoutReview = {
  organizationId: b.id,
  applicationId: applicationIds.withdrawnFromB,
  userId: candidate.id,
}

export const isolation = defineIsolation({
  world:
    'The candidate handed in a review with both applications to A and none with the one to B; the stranger handed one in to B.',
  tables: [
    expectTable(handedInReview)({
      rows: {
        'with the application to A': {
          ...toA,
          applicationId: applicationIds.toA,
          reviewId: handedIn.toA,
        },
        'with the withdrawn one': {
          ...toA,
          applicationId: applicationIds.withdrawn,
          reviewId: handedIn.withdrawn,
        },
        'with the application to B': {
          organizationId: b.id,
          applicationId: applicationIds.toB,
          userId: stranger.id,
          reviewId: reviewIds.strangers,
        },
      },
      adds: () => ({
        'after the application': { ...withoutReview, reviewId: reviewIds.kept },
        "the stranger's review": { ...withoutReview, reviewId: reviewIds.strangers },
        "in the stranger's name": {
          ...withoutReview,
          userId: stranger.id,
          reviewId: reviewIds.strangers,
        },
        "in A's name": { ...withoutReview, organizationId: a.id, reviewId: reviewIds.kept },
      }),
      grants: 'select, insert',
      grid: `
                                            nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        with the application to A           -       -        -         -      -         -     -        -         r          r       r      r
        with the withdrawn one              -       -        -         -      -         -     -        -         r          -       -      -
        with the application to B           -       -        r         r      -         r     -        -         -          -       -      -
        + after the application             -       -        -         -      -         -     -        -         -          -       -      -
        + the stranger's review             -       -        -         -      -         -     -        -         -          -       -      -
        + in the stranger's name            -       -        -         -      -         -     -        -         -          -       -      -
        + in A's name                       -       -        -         -      -         -     -        -         -          -       -      -
      `,
      recorded: 'the application itself says who handed it in, and when',
      structure: {
        compositeKeys: {
          handed_in_review_of_candidate:
            'FOREIGN KEY (user_id, review_id) REFERENCES cv_review(user_id, id)',
          handed_in_review_pk: 'PRIMARY KEY (organization_id, application_id)',
          handed_in_review_with_own_application:
            'FOREIGN KEY (organization_id, application_id, user_id) REFERENCES application(organization_id, id, user_id) ON DELETE CASCADE',
        },
      },
    }),
  ],
  tableAdditions: [
    addToTable(cvReview, {
      rows: {
        'handed in to A': { ...reviewOf(candidate.id, handedInFiles.toA, handedIn.toA), ...judged },
        'withdrawn from A': {
          ...reviewOf(candidate.id, handedInFiles.withdrawn, handedIn.withdrawn),
          ...judged,
        },
      },
      grid: `
                          nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        handed in to A    -       -        -         -      -         -     -        -         rx         r       r      r
        withdrawn from A  -       -        -         -      -         -     -        -         rx         -       -      -
      `,
      instead: `
                        nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        the stranger's  -       -        rx        r      -         r     -        -         -          -       -      -
      `,
    }),
  ],
  procedures: [
    expectProcedures<typeof handedInReviewsContract>('handedInReviews', {
      calls: {
        scoredCvs: nothing,
        ofOwnApplication: (given) => ({ applicationId: given(applicationIds.toA) }),
        ofReceivedApplication: {
          open: (given) => ({ ...inA(given), applicationId: given(applicationIds.toA) }),
          withdrawn: (given) => ({ ...inA(given), applicationId: given(applicationIds.withdrawn) }),
        },
      },
      grid: `
                                                          anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
        handedInReviews.scoredCvs                         401        401      200       200    200      200       200        200     200    200
        handedInReviews.ofOwnApplication                  401        401      404       404    404      404       200*       404     404    404
        handedInReviews.ofReceivedApplication, open       401        401      404       404    404      404       404        200*    200*   200*
        handedInReviews.ofReceivedApplication, withdrawn  401        401      404       404    404      404       404        200*    200*   200*
      `,
    }),
    addToProcedures<typeof cvReviewContract>('cvReview', {
      calls: {
        read: { 'handed in': (given) => ({ reviewId: given(handedIn.toA) }) },
      },
      grid: `
                                  anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
        cvReview.read, handed in  401        401      404       404    404      404       200*       404     404    404
      `,
    }),
  ],
  accessTests: ['.'],
})
