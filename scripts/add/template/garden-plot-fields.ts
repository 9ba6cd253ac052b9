import { z } from 'zod'
import { oneLine } from '#/plain-text.ts'
// <fields imports>

// <fields bounds>

/** A garden plot as its form sends it and as it is read: the one validation of both. */
export const gardenPlotFields = z.object({
  // <fields schema>
})
export type GardenPlotFields = z.infer<typeof gardenPlotFields>
