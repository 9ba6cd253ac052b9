import { invitation, member, organization, organizationProfile } from '#/db/schema/organizations.ts'
import {
  defineIsolation,
  expectProcedures,
  expectTable,
} from '../../../tests/isolation/feature-isolation.ts'
import { inA, nothing } from '../../../tests/isolation/given.ts'
import {
  a,
  b,
  memberships,
  mint,
  people,
  secretOf,
  soon,
  tag,
} from '../../../tests/isolation/world.ts'
import type { organizationsContract } from './contract.ts'

const { candidate, stranger } = people
const invitationIds = { toA: mint(), toB: mint() }

export const isolation = defineIsolation({
  tables: [
    expectTable(organization)({
      rows: { A: a, B: b },
      adds: () => ({ 'an organisation': { id: mint(), name: 'new', slug: `new-${mint()}` } }),
      grants: 'select (id, name, slug, logo, created_at)',
      grid: `
                           nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        A                  -       -        -         -      -         r     -        -         -          r       r      r
        B                  -       -        -         r      r         r     -        -         -          -       -      -
        + an organisation  -       -        -         -      -         -     -        -         -          -       -      -
      `,
      recorded: ['DELETE', 'INSERT', 'UPDATE'],
      structure: { hasNoOwner: true },
    }),
    expectTable(member)({
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
      grants: 'select',
      grid: `
                               nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        a member of A          -       -        -         -      -         -     -        -         -          r       r      r
        an admin of A          -       -        -         -      -         -     -        -         -          r       r      r
        the owner of A         -       -        -         -      -         -     -        -         -          r       r      r
        of both, in A          -       -        -         -      -         r     -        -         -          r       r      r
        of both, in B          -       -        -         r      -         r     -        -         -          -       -      -
        the owner of B         -       -        -         r      r         r     -        -         -          -       -      -
        + the stranger to A    -       -        -         -      -         -     -        -         -          -       -      -
        + the owner of B to A  -       -        -         -      -         -     -        -         -          -       -      -
      `,
      recorded: ['DELETE', 'INSERT', 'UPDATE'],
      structure: {
        compositeKeys: { member_organizationId_userId_unique: 'UNIQUE (organization_id, user_id)' },
      },
    }),
    expectTable(invitation)({
      rows: {
        'to A': {
          id: invitationIds.toA,
          organizationId: a.id,
          email: stranger.email,
          expiresAt: soon,
          inviterId: people.owner.id,
        },
        'to B': {
          id: invitationIds.toB,
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
      grants: 'select',
      grid: `
                nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        to A    -       -        -         -      -         -     -        -         -          -       r      r
        to B    -       -        -         r      -         r     -        -         -          -       -      -
        + to A  -       -        -         -      -         -     -        -         -          -       -      -
      `,
      recorded: ['DELETE', 'INSERT', 'UPDATE'],
      structure: {
        otherIndexes: {
          invitation_email_index:
            'what a person is invited to, in all organisations, by the system',
        },
      },
    }),
    expectTable(organizationProfile)({
      rows: {
        "A's": { organizationId: a.id, about: 'We care.' },
        "B's": { organizationId: b.id, about: secretOf.b },
      },
      adds: () => ({ "A's": { organizationId: a.id }, "B's": { organizationId: b.id } }),
      grants: 'select, insert, update',
      grid: `
               nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        A's    -       -        -         -      -         -     -        -         -          r       ru     ru
        B's    -       -        -         ru     -         ru    -        -         -          -       -      -
        + A's  -       -        -         -      -         -     -        -         -          -       c      c
        + B's  -       -        -         c      -         c     -        -         -          -       -      -
      `,
      recorded: 'what the public reads of an organisation opens nothing to anybody',
    }),
  ],
  procedures: [
    expectProcedures<typeof organizationsContract>('organizations', {
      calls: {
        membership: inA,
        mine: nothing,
        create: (_, asker) => ({ name: 'New', slug: `new-${asker}-${tag}` }),
        profile: inA,
        update: (given) => ({ ...inA(given), name: 'Acme' }),
        remove: (given) => ({ ...inA(given), typedName: a.name }),
        members: inA,
        changeRole: (given) => ({
          ...inA(given),
          memberId: given(memberships.member.id),
          role: 'admin',
        }),
        removeMember: (given) => ({ ...inA(given), memberId: given(memberships.member.id) }),
        leave: inA,
        invitations: inA,
        invite: (given) => ({ ...inA(given), email: `guest@${tag}.example`, role: 'member' }),
        resendInvitation: (given) => ({ ...inA(given), invitationId: given(invitationIds.toA) }),
        cancelInvitation: (given) => ({ ...inA(given), invitationId: given(invitationIds.toA) }),
        invitation: (given) => ({ invitationId: given(invitationIds.toA) }),
        answerInvitation: (given) => ({
          invitationId: given(invitationIds.toA),
          answer: 'decline',
        }),
      },
      grid: `
                                        anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
        organizations.membership        401        401      404       404    404      404       404        200*    200*   200*
        organizations.mine              401        401      200       200    200      200       200        200     200    200
        organizations.create            401        401      200       200    200      200       200        200     200    200
        organizations.profile           401        401      404       404    404      404       404        403*    200*   200*
        organizations.update            401        401      404       404    404      404       404        403*    200*   200*
        organizations.remove            401        401      404       404    404      404       404        403*    403*   200*
        organizations.members           401        401      404       404    404      404       404        200*    200*   200*
        organizations.changeRole        401        401      404       404    404      404       404        403*    200*   200*
        organizations.removeMember      401        401      404       404    404      404       404        403*    200*   200*
        organizations.leave             401        401      404       404    404      404       404        200*    200*   409*
        organizations.invitations       401        401      404       404    404      404       404        403*    200*   200*
        organizations.invite            401        401      404       404    404      404       404        403*    200*   200*
        organizations.resendInvitation  401        401      404       404    404      404       404        403*    200*   200*
        organizations.cancelInvitation  401        401      404       404    404      404       404        403*    200*   200*
        organizations.invitation        200*       200*     200*      200*   200*     200*      200*       200*    200*   200*
        organizations.answerInvitation  401        401      200*      403*   403*     403*      403*       403*    403*   403*
      `,
      recorded: {
        'organizations.create': ['organization.created', 'member.added'],
        'organizations.update': ['organization.changed'],
        'organizations.remove': ['organization.deleted'],
        'organizations.changeRole': ['member.role_changed', 'invitation.cancelled'],
        'organizations.removeMember': ['member.removed', 'invitation.cancelled'],
        'organizations.leave': ['member.left', 'invitation.cancelled'],
        'organizations.invite': ['invitation.sent', 'invitation.cancelled'],
        'organizations.resendInvitation': ['invitation.sent', 'invitation.cancelled'],
        'organizations.cancelInvitation': ['invitation.cancelled'],
        'organizations.answerInvitation': [
          'invitation.accepted',
          'invitation.declined',
          'member.added',
        ],
      },
    }),
  ],
  foreign: {
    organizationSlug: b.slug,
    memberId: memberships.rival.id,
    invitationId: invitationIds.toB,
    'organizations.create.slug': b.slug,
  },
  toldOnPurpose: {
    'organizations.create.slug':
      'Two organisations cannot have one address, so whoever wants a taken one is told to choose another.',
    'organizations.invitation.invitationId':
      'The id of an invitation is the secret of the link in the mail: whoever has it may read it.',
    'organizations.answerInvitation.invitationId':
      'The id of an invitation is the secret of the link in the mail; only its recipient can accept it.',
  },
  addresses: { orgSlug: a.slug, invitationId: invitationIds.toA },
  provenBesides: [
    'An invitation does not tell whether an address has an account (`src/platform/organizations/invitation-leaks.test.ts`).',
  ],
  accessTests: ['.'],
  equivalentMutants: {
    'policy organization_profile_managers_change: with check, for any role':
      'USING asks for the role, and the row cannot leave the organisation that is named.',
    'procedure organizations: server.changeRole for organizationMember, not organizationManager':
      'The auth engine asks for the right member:update once more, and answers a member the same.',
    'procedure organizations: server.removeMember for organizationMember, not organizationManager':
      'The auth engine asks for the right member:delete once more, and answers a member the same.',
    'procedure organizations: server.invite for organizationMember, not organizationManager':
      'The auth engine asks for the right invitation:create once more, and answers a member the same.',
  },
})
