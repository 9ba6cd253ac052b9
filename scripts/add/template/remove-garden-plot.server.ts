import { and, eq } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { gardenPlot } from './tables.ts'

// <organization>
type Owner = { userId: string; organizationId: string }
// <person>
type Owner = { userId: string }
// <end>

export async function removeGardenPlot(owner: Owner, gardenPlotId: string): Promise<void> {
  const [removed] = await asUser(owner, (tx) =>
    tx
      .delete(gardenPlot)
      .where(
        and(eq(gardenPlot.organizationId, owner.organizationId), eq(gardenPlot.id, gardenPlotId)),
      )
      .returning({ id: gardenPlot.id }),
  )
  if (!removed) throw new Refusal('NOT_FOUND')
}
