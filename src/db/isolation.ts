import { defineIsolation, expectTable } from '../../tests/isolation/feature-isolation.ts'
import { mint, soon } from '../../tests/isolation/world.ts'
import { lease } from './schema/leases.ts'

export const isolation = defineIsolation({
  tables: [
    expectTable(lease)({
      rows: { 'work in hand': { key: `test:${mint()}`, holder: mint(), endsAt: soon } },
      adds: () => ({ 'work in hand': { key: `test:${mint()}`, holder: mint(), endsAt: soon } }),
      grants: '',
      grid: `
                        nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        work in hand    -       -        -         -      -         -     -        -         -          -       -      -
        + work in hand  -       -        -         -      -         -     -        -         -          -       -      -
      `,
      recorded: 'who works on something at this moment',
      structure: { hasNoOwner: true },
    }),
  ],
  definerFunctions: { current_organization_id: ['app_system', 'app_user'] },
})
