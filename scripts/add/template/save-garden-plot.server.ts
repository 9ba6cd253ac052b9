import { and, count, eq, sql } from 'drizzle-orm'
import { asUser, type MemberActor } from '#/db/access.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { GardenPlotFields } from './garden-plot-fields.ts'
import { maxGardenPlots } from './limits.ts'
import { gardenPlot } from './tables.ts'

/** Throws GARDEN_PLOTS_FULL at the limit. */
export async function createGardenPlot(
  owner: MemberActor,
  fields: GardenPlotFields,
): Promise<{ gardenPlotId: string }> {
  const { organizationId } = owner
  const id = Bun.randomUUIDv7()
  await asUser(owner, async (tx) => {
    // Without the lock, two created at the same moment would not count each other.
    const lock = `garden plots ${organizationId}`
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`)
    const [{ number } = { number: 0 }] = await tx
      .select({ number: count() })
      .from(gardenPlot)
      .where(eq(gardenPlot.organizationId, organizationId))
    if (number >= maxGardenPlots) throw new Refusal('GARDEN_PLOTS_FULL', { limit: maxGardenPlots })
    await tx.insert(gardenPlot).values({ id, organizationId, ...fields })
  })
  return { gardenPlotId: id }
}

/** Throws GARDEN_PLOT_CHANGED when someone saved since `updatedAt`. */
export async function updateGardenPlot(
  owner: MemberActor,
  {
    gardenPlotId,
    fields,
    updatedAt,
  }: { gardenPlotId: string; fields: GardenPlotFields; updatedAt: Date },
): Promise<{ updatedAt: Date }> {
  return asUser(owner, async (tx) => {
    const isThis = and(
      eq(gardenPlot.organizationId, owner.organizationId),
      eq(gardenPlot.id, gardenPlotId),
    )
    const [before] = await tx
      .select({ updatedAt: gardenPlot.updatedAt })
      .from(gardenPlot)
      .where(isThis)
      .for('update')
    if (!before) throw new Refusal('NOT_FOUND')
    if (before.updatedAt.getTime() !== updatedAt.getTime()) {
      throw new Refusal('GARDEN_PLOT_CHANGED')
    }
    // Never the same moment twice, or the next stale copy would pass for a fresh one.
    const now = new Date(Math.max(Date.now(), before.updatedAt.getTime() + 1))
    await tx
      .update(gardenPlot)
      .set({ ...fields, updatedAt: now })
      .where(isThis)
    return { updatedAt: now }
  })
}
