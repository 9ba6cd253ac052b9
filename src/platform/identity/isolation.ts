import { account, session, user, verification } from '#/db/schema/identity.ts'
import {
  defineIsolation,
  expectProcedures,
  expectTable,
} from '../../../tests/isolation/feature-isolation.ts'
import { nothing } from '../../../tests/isolation/given.ts'
import { mint, people, soon, tag } from '../../../tests/isolation/world.ts'
import type { identityContract } from './contract.ts'

const { admin, candidate, member, removed, stranger } = people
const sessionIds = { candidate: mint(), stranger: mint() }

const engineAsks = 'The auth engine asks for the session once more, and answers a visitor the same.'

export const isolation = defineIsolation({
  tables: [
    expectTable(user)({
      rows: {
        'the candidate': { ...candidate, emailVerified: true },
        'the stranger': { ...stranger, emailVerified: true },
        'a member of A': { ...member, emailVerified: true },
        'an admin of A': { ...admin, emailVerified: true },
        'the owner of A': { ...people.owner, emailVerified: true },
        'who was removed from A': { ...removed, emailVerified: true },
        'a member of both': { ...people.both, emailVerified: true },
        'the owner of B': { ...people.rival, emailVerified: true },
        'a platform admin': { ...people.platform, emailVerified: true, role: 'admin' },
      },
      adds: () => ({
        'an account': { id: mint(), name: 'new', email: `${mint()}@${tag}.example` },
      }),
      grants: 'select (id, name, email, email_verified, image, locale, created_at)',
      grid: `
                                nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        the candidate           -       -        -         -      -         -     -        -         r          -       -      -
        the stranger            -       -        r         -      -         -     -        -         -          -       -      -
        a member of A           -       -        -         -      -         -     -        -         -          r       r      r
        an admin of A           -       -        -         -      -         -     -        -         -          r       r      r
        the owner of A          -       -        -         -      -         -     -        -         -          r       r      r
        who was removed from A  -       -        -         -      -         -     r        -         -          -       -      -
        a member of both        -       -        -         r      -         r     -        -         -          r       r      r
        the owner of B          -       -        -         r      r         r     -        -         -          -       -      -
        a platform admin        -       -        -         -      -         -     -        r         -          -       -      -
        + an account            -       -        -         -      -         -     -        -         -          -       -      -
      `,
      recorded: ['DELETE', 'INSERT', 'UPDATE'],
      structure: { hasNoOwner: true },
    }),
    expectTable(session)({
      rows: {
        "the candidate's": {
          id: sessionIds.candidate,
          token: mint(),
          userId: candidate.id,
          expiresAt: soon,
        },
        "the stranger's": {
          id: sessionIds.stranger,
          token: mint(),
          userId: stranger.id,
          expiresAt: soon,
        },
      },
      adds: () => ({
        "the candidate's": { id: mint(), token: mint(), userId: candidate.id, expiresAt: soon },
      }),
      grants: '',
      grid: `
                           nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        the candidate's    -       -        -         -      -         -     -        -         -          -       -      -
        the stranger's     -       -        -         -      -         -     -        -         -          -       -      -
        + the candidate's  -       -        -         -      -         -     -        -         -          -       -      -
      `,
      recorded: ['DELETE', 'INSERT'],
      structure: {
        otherIndexes: { session_token_unique: 'the auth engine finds a session by its token' },
      },
    }),
    expectTable(account)({
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
      grants: '',
      grid: `
                           nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        the candidate's    -       -        -         -      -         -     -        -         -          -       -      -
        + the candidate's  -       -        -         -      -         -     -        -         -          -       -      -
      `,
      recorded: ['UPDATE'],
    }),
    expectTable(verification)({
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
      grants: '',
      grid: `
                           nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        the candidate's    -       -        -         -      -         -     -        -         -          -       -      -
        + the candidate's  -       -        -         -      -         -     -        -         -          -       -      -
      `,
      recorded: 'links that were sent; what they lead to is recorded',
      structure: { hasNoOwner: true },
    }),
  ],
  procedures: [
    expectProcedures<typeof identityContract>('identity', {
      calls: {
        me: nothing,
        endOfSession: nothing,
        update: () => ({ name: 'Robin' }),
        changePassword: () => ({
          currentPassword: 'not the password',
          newPassword: 'a quiet walk in the beech wood',
        }),
        sessions: nothing,
        endSession: (given) => ({ id: given(sessionIds.candidate) }),
        endOtherSessions: nothing,
        deleteAccount: () => ({ email: `nobody@${tag}.example`, password: 'not the password' }),
      },
      grid: `
                                   anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
        identity.me                200        200      200       200    200      200       200        200     200    200
        identity.endOfSession      200        200      200       200    200      200       200        200     200    200
        identity.update            401        401      200       200    200      200       200        200     200    200
        identity.changePassword    401        401      422       422    422      422       422        422     422    422
        identity.sessions          401        401      200       200    200      200       200        200     200    200
        identity.endSession        401        401      404       404    404      404       200*       404     404    404
        identity.endOtherSessions  401        401      200       200    200      200       200        200     200    200
        identity.deleteAccount     401        401      422       422    422      422       422        422     422    422
      `,
      recorded: {
        'identity.update': 'a name and a language open nothing to anybody',
        'identity.changePassword': ['account.password_changed', 'session.ended'],
        'identity.endSession': ['session.ended'],
        'identity.endOtherSessions': ['session.ended'],
        'identity.deleteAccount': ['account.deleted', 'member.left'],
      },
    }),
  ],
  foreign: { 'identity.endSession.id': sessionIds.stranger },
  addresses: { locale: 'de' },
  equivalentMutants: {
    'procedure identity: server.update for anyone, not signedIn': engineAsks,
    'procedure identity: server.sessions for anyone, not signedIn': engineAsks,
    'procedure identity: server.endSession for anyone, not signedIn': engineAsks,
    'procedure identity: server.endOtherSessions for anyone, not signedIn': engineAsks,
  },
})
