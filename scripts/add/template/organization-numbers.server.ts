import { count, inArray } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import { gardenPlot } from './tables.ts'

export const organizationNumbers = {
  garden_plots: (tx: Tx, organizationIds: string[]) =>
    tx
      .select({ organizationId: gardenPlot.organizationId, number: count() })
      .from(gardenPlot)
      .where(inArray(gardenPlot.organizationId, organizationIds))
      .groupBy(gardenPlot.organizationId),
}
