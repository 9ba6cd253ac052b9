import { and, eq } from 'drizzle-orm'
import { asUser, type MemberActor } from '#/db/access.server.ts'
import { type AskedPage, newestFirst } from '#/db/newest-first.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { GardenPlot, GardenPlotPage } from './contract.ts'
import { gardenPlotsPerPage } from './limits.ts'
import { gardenPlot } from './tables.ts'

export async function listGardenPlots(
  owner: MemberActor,
  asked: AskedPage,
): Promise<GardenPlotPage> {
  const page = newestFirst(gardenPlot.id, asked, gardenPlotsPerPage)
  const found = await asUser(owner, (tx) =>
    tx
      .select()
      .from(gardenPlot)
      .where(and(eq(gardenPlot.organizationId, owner.organizationId), page.where))
      .orderBy(page.order)
      .limit(page.limit),
  )
  const { rows: gardenPlots, older, newer } = page.of(found)
  // An old link may lead to a page whose rows are gone: show the newest page instead.
  if (gardenPlots.length === 0 && (asked.older || asked.newer)) return listGardenPlots(owner, {})
  return { gardenPlots, older, newer }
}

export async function readGardenPlot(
  owner: MemberActor,
  gardenPlotId: string,
): Promise<GardenPlot> {
  const [found] = await asUser(owner, (tx) =>
    tx
      .select()
      .from(gardenPlot)
      .where(
        and(eq(gardenPlot.organizationId, owner.organizationId), eq(gardenPlot.id, gardenPlotId)),
      ),
  )
  if (!found) throw new Refusal('NOT_FOUND')
  return found
}
