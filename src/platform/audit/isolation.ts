import { eq } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { auditChain, auditEvent } from './tables.ts'
import {
  defineIsolation,
  expectProcedures,
  expectWrittenByTriggers,
} from '../../../tests/isolation/feature-isolation.ts'
import { inA } from '../../../tests/isolation/given.ts'
import { a, b, mint, people } from '../../../tests/isolation/world.ts'
import type { auditContract } from './contract.ts'

const noHash = new Uint8Array(32)

/** A cursor is compared, not looked up: so the one that is not there is its neighbour. */
async function neighbours() {
  const [event] = await asSystem('test: an event of another tenant', (tx) =>
    tx.select({ id: auditEvent.id }).from(auditEvent).where(eq(auditEvent.organizationId, b.id)),
  )
  if (!event) throw new Error('B has a trail')
  const last = event.id.endsWith('0') ? '1' : '0'
  return { real: event.id, absent: `${event.id.slice(0, -1)}${last}` }
}

export const isolation = defineIsolation({
  tables: [
    expectWrittenByTriggers(auditEvent)({
      rows: { 'of A': { organizationId: a.id }, 'of B': { organizationId: b.id } },
      adds: () => ({
        'of A': {
          id: mint(),
          organizationId: a.id,
          sequence: 1,
          actorId: people.owner.id,
          action: 'organization.changed',
          subjectType: 'organization',
          subjectId: a.id,
          occurredAt: new Date(),
          previousHash: noHash,
          hash: noHash,
        },
      }),
      grants: 'select',
      grid: `
                nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        of A    -       -        -         -      -         -     -        -         -          -       r      r
        of B    -       -        -         r      -         r     -        -         -          -       -      -
        + of A  -       -        -         -      -         -     -        -         -          -       -      -
      `,
      recorded: 'the trail itself',
      structure: {
        compositeKeys: {
          audit_event_chain: 'UNIQUE NULLS NOT DISTINCT (organization_id, sequence)',
        },
      },
    }),
    expectWrittenByTriggers(auditChain)({
      rows: { 'of A': { chain: a.id } },
      adds: () => ({ 'of A': { chain: mint(), sequence: 1, hash: noHash } }),
      grants: '',
      grid: `
                nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        of A    -       -        -         -      -         -     -        -         -          -       -      -
        + of A  -       -        -         -      -         -     -        -         -          -       -      -
      `,
      recorded: 'the trail itself',
      structure: { hasNoOwner: true },
    }),
  ],
  procedures: [
    expectProcedures<typeof auditContract>('audit', {
      calls: {
        trail: inA,
        wholeTrail: () => ({}),
      },
      grid: `
                          anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
        audit.trail       401        401      404       404    404      404       404        403*    200*   200*
        audit.wholeTrail  401        401      404       404    404      200       404        404     404    404
      `,
    }),
  ],
  routes: {
    'GET /api/audit.csv': {
      '': { path: (given) => `audit.csv?organization=${given(a.slug)}`, isRecorded: true },
    },
  },
  routeGrid: `
                        anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
    GET /api/audit.csv  404        404      404       404    404      404       404        403*    200*   200*
  `,
  foreign: { person: people.rival.id, older: neighbours, newer: neighbours },
  shownOnPurpose: { 'platform audit.wholeTrail': 'Those who run the site see the whole trail.' },
  recordedByCode: ['audit.exported'],
  accessTests: ['.'],
  equivalentMutants: {
    'policy audit_chain_seen: dropped':
      'app_audit inherits what app_system may, and audit_chain_system says the same.',
    'trigger audit_leaving on "user": disabled':
      'It orders the locks of two who leave at the same moment; an embedded database runs one transaction at a time. On a server src/db/audit-trail.test.ts sees it.',
  },
  definerFunctions: { lock_audit_chain: ['app_system'], record_audit: ['app_system'] },
})
