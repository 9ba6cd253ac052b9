import { defineIsolation, expectProcedures } from '../../../tests/isolation/feature-isolation.ts'
import { people, tag } from '../../../tests/isolation/world.ts'
import type { adminContract } from './contract.ts'

const seesAll = 'A platform admin sees every account.'

export const isolation = defineIsolation({
  procedures: [
    expectProcedures<typeof adminContract>('admin', {
      calls: {
        users: () => ({ search: tag }),
        user: (given) => ({ userId: given(people.candidate.id) }),
        suspend: (given) => ({ userId: given(people.candidate.id), reason: 'a reason' }),
        restore: (given) => ({ userId: given(people.candidate.id) }),
        setRole: (given) => ({ userId: given(people.candidate.id), role: 'user' }),
        organizations: () => ({ search: tag }),
        subscriptions: () => ({ search: tag }),
      },
      grid: `
                             anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
        admin.users          401        401      404       404    404      200       404        404     404    404
        admin.user           401        401      404       404    404      200*      404        404     404    404
        admin.suspend        401        401      404       404    404      200*      404        404     404    404
        admin.restore        401        401      404       404    404      200*      404        404     404    404
        admin.setRole        401        401      404       404    404      200*      404        404     404    404
        admin.organizations  401        401      404       404    404      200       404        404     404    404
        admin.subscriptions  401        401      404       404    404      200       404        404     404    404
      `,
      recorded: {
        'admin.suspend': ['user.suspended', 'session.ended'],
        'admin.restore': ['user.restored'],
        'admin.setRole': ['user.role_changed'],
      },
    }),
  ],
  foreign: { userId: people.stranger.id },
  toldOnPurpose: {
    'admin.user.userId': seesAll,
    'admin.suspend.userId': seesAll,
    'admin.restore.userId': seesAll,
    'admin.setRole.userId': seesAll,
  },
  addresses: { userId: people.candidate.id },
})
