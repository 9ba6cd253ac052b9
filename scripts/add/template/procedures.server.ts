import { implement } from '@orpc/server'
import type { Context } from '#/rpc/context.server.ts'
import { organizationManager, organizationMember, signedIn } from '#/rpc/who-may-call.server.ts'
import { gardenPlotsContract } from './contract.ts'
import { listGardenPlots, readGardenPlot } from './read-garden-plots.server.ts'
import { removeGardenPlot } from './remove-garden-plot.server.ts'
import { createGardenPlot, updateGardenPlot } from './save-garden-plot.server.ts'

const server = implement(gardenPlotsContract).$context<Context>()

export const gardenPlotsProcedures = {
  list: server.list
    .use(organizationMember)
    .handler(({ context, input }) => listGardenPlots(context.actor, input)),
  read: server.read
    .use(organizationMember)
    .handler(({ context, input }) => readGardenPlot(context.actor, input.gardenPlotId)),
  create: server.create
    .use(organizationMember)
    .handler(({ context, input }) => createGardenPlot(context.actor, input.fields)),
  update: server.update
    .use(organizationMember)
    .handler(({ context, input }) => updateGardenPlot(context.actor, input)),
  remove: server.remove
    .use(organizationManager)
    .handler(({ context, input }) => removeGardenPlot(context.actor, input.gardenPlotId)),
}
