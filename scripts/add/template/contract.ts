import { z } from 'zod'
import { contract, inOrganization, moment } from '#/rpc/base-contract.ts'
import { gardenPlotFields } from './garden-plot-fields.ts'

const gardenPlot = gardenPlotFields.extend({
  id: z.uuid(),
  createdAt: z.date(),
  updatedAt: z.date(),
})
export type GardenPlot = z.infer<typeof gardenPlot>

/** One page, the newest first, and the ids that lead to the pages beside it. */
const gardenPlotPage = z.object({
  gardenPlots: z.array(gardenPlot),
  older: z.uuid().nullable(),
  newer: z.uuid().nullable(),
})
export type GardenPlotPage = z.infer<typeof gardenPlotPage>

const tags = ['Garden plots']
const path = '/organizations/{organizationSlug}/garden-plots' as const
const oneGardenPlot = inOrganization.extend({ gardenPlotId: z.uuid() })

export const gardenPlotsContract = {
  list: contract
    // <organization>
    .route({ method: 'GET', path, summary: 'List the garden plots of an organisation', tags })
    // <person>
    .route({ method: 'GET', path, summary: 'List your garden plots', tags })
    // <end>
    .input(inOrganization.extend({ older: z.uuid().optional(), newer: z.uuid().optional() }))
    .output(gardenPlotPage),

  read: contract
    .route({ method: 'GET', path: `${path}/{gardenPlotId}`, summary: 'Read a garden plot', tags })
    .input(oneGardenPlot)
    .output(gardenPlot),

  create: contract
    .route({ method: 'POST', path, summary: 'Create a garden plot', tags })
    .input(inOrganization.extend({ fields: gardenPlotFields }))
    .output(z.object({ gardenPlotId: z.uuid() }))
    .errors({
      GARDEN_PLOTS_FULL: {
        status: 409,
        // <organization>
        message: 'The organisation has as many garden plots as it may.',
        // <person>
        message: 'You have as many garden plots as you may.',
        // <end>
        data: z.object({ limit: z.number().int() }),
      },
    }),

  update: contract
    .route({ method: 'PUT', path: `${path}/{gardenPlotId}`, summary: 'Save a garden plot', tags })
    .input(oneGardenPlot.extend({ fields: gardenPlotFields, updatedAt: moment }))
    .output(z.object({ updatedAt: z.date() }))
    .errors({
      GARDEN_PLOT_CHANGED: {
        status: 409,
        message: 'Someone else saved since this copy was read.',
      },
    }),

  remove: contract
    .route({
      method: 'DELETE',
      path: `${path}/{gardenPlotId}`,
      summary: 'Delete a garden plot',
      tags,
    })
    .input(oneGardenPlot),
}
