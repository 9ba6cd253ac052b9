import { and, eq } from 'drizzle-orm'
import { asUser, type MemberActor } from '#/db/access.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { gardenPlot } from './tables.ts'

export async function removeGardenPlot(owner: MemberActor, gardenPlotId: string): Promise<void> {
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
