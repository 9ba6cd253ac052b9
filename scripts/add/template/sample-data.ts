import { idOf } from '../../../scripts/seed/add-people.ts'
import { sampleOrganization } from '../../../scripts/seed/organizations.ts'
import { defineSampleData } from '../../../scripts/seed/sample-data.ts'
import { tellHistory } from '../../../scripts/seed/tell-history.ts'
import { daysAgo } from '../../../scripts/seed/times.ts'
import type { GardenPlotFields } from './garden-plot-fields.ts'
import { gardenPlot } from './tables.ts'

/** From the newest to the oldest. */
const samples: GardenPlotFields[] = [
  // <fields samples>
]

const columnsOf = (sample: GardenPlotFields, at: number) => {
  const createdAt = daysAgo(at * 4 + 1)
  const id = Bun.randomUUIDv7('hex', createdAt)
  return { ...sample, id, createdAt, updatedAt: createdAt }
}

export const sampleData = defineSampleData({
  // <organization>
  add: (tx) => {
    const { id: organizationId } = sampleOrganization('halden-waerme')
    return tellHistory(
      tx,
      samples.map(columnsOf).map((columns) => ({
        at: columns.createdAt,
        actorId: idOf('recruiter@loam.example'),
        write: () => tx.insert(gardenPlot).values({ ...columns, organizationId }),
      })),
    )
  },
  moments: {
    'garden_plot.created':
      '(select t.created_at from "garden_plot" t where t.id::text = e.subject_id)',
  },
  // <person>
  add: async (tx) => {
    const userId = idOf('candidate@loam.example')
    await tx
      .insert(gardenPlot)
      .values(samples.map((sample, at) => ({ ...columnsOf(sample, at), userId })))
  },
  // <end>
})
