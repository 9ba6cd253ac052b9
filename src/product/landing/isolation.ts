import { defineIsolation } from '../../../tests/isolation/feature-isolation.ts'

export const isolation = defineIsolation({
  provenBesides: [
    'Drafts change no fact of the landing page (`src/product/landing/hidden-jobs.test.ts`).',
  ],
})
