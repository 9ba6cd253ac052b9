import { rateLimit } from '#/db/schema/rate-limits.ts'
import { defineIsolation, expectTable } from '../../tests/isolation/feature-isolation.ts'
import { mint, soon } from '../../tests/isolation/world.ts'

export const isolation = defineIsolation({
  tables: [
    expectTable(rateLimit)({
      rows: { 'an attempt': { key: `test:${mint()}`, count: 1, endsAt: soon } },
      adds: () => ({ 'an attempt': { key: `test:${mint()}`, count: 1, endsAt: soon } }),
      grants: '',
      grid: `
                      nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        an attempt    -       -        -         -      -         -     -        -         -          -       -      -
        + an attempt  -       -        -         -      -         -     -        -         -          -       -      -
      `,
      recorded: 'counters',
      structure: { hasNoOwner: true },
    }),
  ],
  routes: {
    'ALL /api/auth/*': 'The auth engine; of its endpoints only those listed below are open.',
  },
  openEnginePaths: [
    '/error',
    '/get-session',
    '/ok',
    '/request-password-reset',
    '/reset-password',
    '/reset-password/:token',
    '/send-verification-email',
    '/sign-in/email',
    '/sign-out',
    '/sign-up/email',
    '/verify-email',
  ],
})
