import {
  defineIsolation,
  expectProcedures,
  expectTable,
  interleavedRows,
  ownThing,
} from '../../../tests/isolation/feature-isolation.ts'
import { inA } from '../../../tests/isolation/given.ts'
import { a, b, mint, people, secretOf } from '../../../tests/isolation/world.ts'
import type { gardenPlotsContract } from './contract.ts'
import type { GardenPlotFields } from './garden-plot-fields.ts'
import { gardenPlot } from './tables.ts'

// <organization>
const ids = { ofA: mint(), ofB: mint() }
// <person>
const { candidate, stranger } = people
const ids = { candidates: mint(), strangers: mint() }
// <end>
const savedAt = new Date()

/** As the form sends it. */
const fields: GardenPlotFields = {
  // <fields sample>
}

const row = (organizationId: string, id: string, firstField: string) => ({
  ...fields,
  id,
  organizationId,
  firstField,
  updatedAt: savedAt,
})

/** Pages compare ids instead of looking them up, so the absent id is a neighbour of the real one. */
// <organization>
const neighbours = async () => ({ real: ids.ofB, absent: ids.ofB.replace('-7000-', '-7001-') })
// <person>
const neighbours = async () => ({
  real: ids.strangers,
  absent: ids.strangers.replace('-7000-', '-7001-'),
})
// <end>

export const isolation = defineIsolation({
  tables: [
    expectTable(gardenPlot)({
      // <organization>
      rows: {
        'of A': row(a.id, ids.ofA, secretOf.a),
        'of B': row(b.id, ids.ofB, secretOf.b),
      },
      adds: () => ({
        'for A': row(a.id, mint(), secretOf.a),
        'for B': row(b.id, mint(), secretOf.b),
      }),
      // <person>
      rows: {
        "the candidate's": row(candidate.id, ids.candidates, secretOf.candidate),
        "the stranger's": row(stranger.id, ids.strangers, secretOf.stranger),
      },
      adds: () => ({
        'for the candidate': row(candidate.id, mint(), secretOf.candidate),
        'for the stranger': row(stranger.id, mint(), secretOf.stranger),
      }),
      // <end>
      grants: 'select, insert, update (<fields grants>, updated_at), delete',
      // <organization>
      grid: `
                 nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        of A     -       -        -         -      -         -     -        -         -          ru      rud    rud
        of B     -       -        -         rud    -         rud   -        -         -          -       -      -
        + for A  -       -        -         -      -         -     -        -         -          c       c      c
        + for B  -       -        -         c      -         c     -        -         -          -       -      -
      `,
      recorded: ['DELETE', 'INSERT', 'UPDATE'],
      // <person>
      grid: `
                             nobody  visitor  stranger  rival  intruder  both  removed  platform  candidate  member  admin  owner
        the candidate's      -       -        -         -      -         -     -        -         rud        -       -      -
        the stranger's       -       -        rud       -      -         -     -        -         -          -       -      -
        + for the candidate  -       -        -         -      -         -     -        -         c          -       -      -
        + for the stranger   -       -        c         -      -         -     -        -         -          -       -      -
      `,
      recorded: ownThing,
      // <end>
    }),
  ],
  procedures: [
    expectProcedures<typeof gardenPlotsContract>('gardenPlots', {
      // <organization>
      calls: {
        list: inA,
        read: (given) => ({ ...inA(given), gardenPlotId: given(ids.ofA) }),
        create: (given) => ({ ...inA(given), fields }),
        update: (given) => ({
          ...inA(given),
          gardenPlotId: given(ids.ofA),
          fields,
          updatedAt: savedAt,
        }),
        remove: (given) => ({ ...inA(given), gardenPlotId: given(ids.ofA) }),
      },
      grid: `
                                anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
        gardenPlots.list    401        401      404       404    404      404       404        200*    200*   200*
        gardenPlots.read    401        401      404       404    404      404       404        200*    200*   200*
        gardenPlots.create  401        401      404       404    404      404       404        200*    200*   200*
        gardenPlots.update  401        401      404       404    404      404       404        200*    200*   200*
        gardenPlots.remove  401        401      404       404    404      404       404        403*    200*   200*
      `,
      recorded: {
        'gardenPlots.create': ['garden_plot.created'],
        'gardenPlots.update': ['garden_plot.changed'],
        'gardenPlots.remove': ['garden_plot.deleted'],
      },
      // <person>
      calls: {
        list: () => ({}),
        read: (given) => ({ gardenPlotId: given(ids.candidates) }),
        create: () => ({ fields }),
        update: (given) => ({ gardenPlotId: given(ids.candidates), fields, updatedAt: savedAt }),
        remove: (given) => ({ gardenPlotId: given(ids.candidates) }),
      },
      grid: `
                                anonymous  visitor  stranger  rival  removed  platform  candidate  member  admin  owner
        gardenPlots.list    401        401      200       200    200      200       200        200     200    200
        gardenPlots.read    401        401      404       404    404      404       200*       404     404    404
        gardenPlots.create  401        401      200       200    200      200       200        200     200    200
        gardenPlots.update  401        401      404       404    404      404       200*       404     404    404
        gardenPlots.remove  401        401      404       404    404      404       200*       404     404    404
      `,
      recorded: {
        'gardenPlots.create': ownThing,
        'gardenPlots.update': ownThing,
        'gardenPlots.remove': ownThing,
      },
      // <end>
    }),
  ],
  interleaved: [
    interleavedRows(gardenPlot, {
      // <organization>
      of: 'tenant',
      // <person>
      of: 'person',
      // <end>
      id: gardenPlot.id,
      owner: gardenPlot.organizationId,
      text: gardenPlot.firstField,
      row,
      change: { firstField: 'taken' },
    }),
  ],
  // <organization>
  foreign: {
    gardenPlotId: ids.ofB,
    'gardenPlots.list.older': neighbours,
    'gardenPlots.list.newer': neighbours,
  },
  addresses: { gardenPlotId: ids.ofA },
  equivalentMutants: {
    'policy garden_plot_member_changes: with check, always':
      'The column organization_id is not granted for an update, so that a row keeps the tenant that USING found.',
  },
  // <person>
  foreign: {
    gardenPlotId: ids.strangers,
    'gardenPlots.list.older': neighbours,
    'gardenPlots.list.newer': neighbours,
  },
  addresses: { gardenPlotId: ids.candidates },
  equivalentMutants: {
    'policy garden_plot_owner_changes: with check, always':
      'The column user_id is not granted for an update, so that a row keeps the owner that USING found.',
  },
  // <end>
})
