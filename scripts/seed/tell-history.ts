import { sql } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'

/** Something that a person did, as the audit trail is to tell it. */
export type Step = { at: Date; actorId: string; write: (tx: Tx) => Promise<unknown> }

/**
 * Writes the steps in their order, each in the name of whoever took it. The trail notes for itself when
 * it was told of something; date-trail.ts gives the events their moments at the end.
 */
export async function tellHistory(tx: Tx, steps: Step[]): Promise<void> {
  let actor: string | undefined
  for (const step of steps.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    if (step.actorId !== actor) {
      await recordSoFar(tx)
      actor = step.actorId
      await tx.execute(
        sql`select set_config('request.actor_id', ${actor}, true), set_config('request.reason', '', true)`,
      )
    }
    await step.write(tx)
  }
  await recordSoFar(tx)
}

/** The trail is written at the end of a transaction; here it is the end of what one person did. */
export async function recordSoFar(tx: Tx) {
  await tx.execute(sql`set constraints all immediate`)
  await tx.execute(sql`set constraints all deferred`)
}
