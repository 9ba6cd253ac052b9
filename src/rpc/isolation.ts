import { defineIsolation } from '../../tests/isolation/feature-isolation.ts'

export const isolation = defineIsolation({
  equivalentMutants: {
    'kind of procedure: the membership may be anybody’s':
      'The policy member_self_and_colleagues asks once more: without an organisation people are shown only their own memberships.',
  },
})
