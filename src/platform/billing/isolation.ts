import { stripeEvent, subscription, usageCounter } from './tables.ts'
import {
  defineIsolation,
  expectProcedures,
  expectTable,
} from '../../../tests/isolation/feature-isolation.ts'
import { type Given, inA, nothing } from '../../../tests/isolation/given.ts'
import { a, absent, b, mint, people, soon } from '../../../tests/isolation/world.ts'
import type { billingContract } from './contract.ts'

const { candidate } = people
const subscriptionOfB = mint()
const atStripe =
  'only opens a page of Stripe; what is done there comes as subscription.* by webhook'

/** The same for whoever asks, and for the organisation. */
const ofBoth = <Input extends object>(
  ofA: (given: Given) => Input & { organizationSlug: string },
) => ({
  'one’s own': (given: Given) => {
    const { organizationSlug: _, ...own } = ofA(given)
    return own
  },
  'of A': ofA,
})

export const isolation = defineIsolation({
  tables: [
    expectTable(subscription)({
      rows: {
        "A's": { id: mint(), plan: 'team', referenceId: a.id, status: 'canceled' },
        "the candidate's": {
          id: mint(),
          plan: 'pro',
          referenceId: candidate.id,
          status: 'canceled',
        },
        "B's": { id: subscriptionOfB, plan: 'team', referenceId: b.id, status: 'canceled' },
      },
      adds: () => ({
        "A's": { id: mint(), plan: 'team', referenceId: a.id, status: 'active' },
        "the candidate's": { id: mint(), plan: 'pro', referenceId: candidate.id, status: 'active' },
      }),
      grants: 'select',
      grid: `
                           nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        A's                -       -        -         -      -         -     -        -         -          -       r      r
        the candidate's    -       -        -         -      -         -     -        -         r          -       -      -
        B's                -       -        -         r      -         r     -        -         -          -       -      -
        + A's              -       -        -         -      -         -     -        -         -          -       -      -
        + the candidate's  -       -        -         -      -         -     -        -         -          -       -      -
      `,
      recorded: ['INSERT', 'UPDATE'],
      structure: { hasNoOwner: true },
    }),
    expectTable(stripeEvent)({
      rows: { 'of Stripe': { id: mint(), type: 'x', payload: {} } },
      adds: () => ({ 'of Stripe': { id: mint(), type: 'x', payload: {} } }),
      grants: '',
      grid: `
                     nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        of Stripe    -       -        -         -      -         -     -        -         -          -       -      -
        + of Stripe  -       -        -         -      -         -     -        -         -          -       -      -
      `,
      recorded: 'is itself a ledger of what Stripe sent',
      structure: { hasNoOwner: true },
    }),
    expectTable(usageCounter)({
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
      grants: '',
      grid: `
                           nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        A's                -       -        -         -      -         -     -        -         -          -       -      -
        the candidate's    -       -        -         -      -         -     -        -         -          -       -      -
        + the candidate's  -       -        -         -      -         -     -        -         -          -       -      -
      `,
      recorded: 'counters',
      structure: {
        compositeKeys: { usage_counter_subject_metric_pk: 'PRIMARY KEY (subject, metric)' },
        hasNoOwner: true,
      },
    }),
  ],
  procedures: [
    expectProcedures<typeof billingContract>('billing', {
      calls: {
        plans: nothing,
        overview: nothing,
        standing: ofBoth(inA),
        usage: ofBoth(inA),
        checkout: ofBoth((given) => ({ ...inA(given), interval: 'month' as const })),
        portal: ofBoth(inA),
        cancel: ofBoth(inA),
        restore: ofBoth(inA),
        endAdditional: ofBoth((given) => ({ ...inA(given), subscriptionId: absent })),
      },
      grid: `
                                          anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
        billing.plans                     200        200      200       200    200      200       200        200     200    200
        billing.overview                  200        200      200       200    200      200       200        200     200    200
        billing.standing, one’s own       401        401      200       200    200      200       200        200     200    200
        billing.standing, of A            401        401      404       404    404      404       404        403*    200*   200*
        billing.usage, one’s own          401        401      200       200    200      200       200        200     200    200
        billing.usage, of A               401        401      404       404    404      404       404        403*    200*   200*
        billing.checkout, one’s own       401        401      200       200    200      200       200        200     200    200
        billing.checkout, of A            401        401      404       404    404      404       404        403*    200*   200*
        billing.portal, one’s own         401        401      409       409    409      409       409        409     409    409
        billing.portal, of A              401        401      404       404    404      404       404        403*    409*   409*
        billing.cancel, one’s own         401        401      409       409    409      409       409        409     409    409
        billing.cancel, of A              401        401      404       404    404      404       404        403*    409*   409*
        billing.restore, one’s own        401        401      409       409    409      409       409        409     409    409
        billing.restore, of A             401        401      404       404    404      404       404        403*    409*   409*
        billing.endAdditional, one’s own  401        401      404       404    404      404       404        404     404    404
        billing.endAdditional, of A       401        401      404       404    404      404       404        403*    404    404
      `,
      recorded: {
        'billing.checkout': atStripe,
        'billing.portal': atStripe,
        'billing.cancel': atStripe,
        'billing.restore': ['subscription.restored'],
        'billing.endAdditional': ['subscription.ended'],
      },
    }),
  ],
  foreign: { subscriptionId: subscriptionOfB },
  openEnginePaths: ['/stripe/webhook', '/subscription/success'],
  backgroundJobs: {
    'delete-stripe-customer': 'carries one id',
    'reconcile-subscriptions': 'carries no ids',
  },
})
