import { defineIsolation, expectProcedures } from '../../../tests/isolation/feature-isolation.ts'
import { nothing } from '../../../tests/isolation/given.ts'
import type { landingContract } from './contract.ts'

export const isolation = defineIsolation({
  procedures: [
    expectProcedures<typeof landingContract>('landing', {
      calls: { facts: nothing },
      grid: `
                       anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
        landing.facts  200        200      200       200    200      200       200        200     200    200
      `,
    }),
  ],
  provenBesides: [
    'Drafts change no fact of the landing page (`src/product/landing/hidden-jobs.test.ts`).',
  ],
})
