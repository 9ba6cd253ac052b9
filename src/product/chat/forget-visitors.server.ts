import { and, inArray, like, lt, sql } from 'drizzle-orm'
import { visitorDays } from '#/auth/visitor-days.ts'
import { asSystem } from '#/db/access.server.ts'
import { chat } from './tables.ts'
import { ownerOfVisitor } from './asker.server.ts'

const atOnce = 1_000

/**
 * Deletes what visitors have asked and have not taken along by signing in, after the days that they
 * were told. In portions, so that nobody waits for a long transaction; returns how many.
 */
export async function forgetVisitors(): Promise<number> {
  for (let forgotten = 0; ;) {
    const deleted = await asSystem('chat: forget old visitors', (tx) =>
      tx
        .delete(chat)
        .where(
          inArray(
            chat.id,
            tx
              .select({ id: chat.id })
              .from(chat)
              .where(
                and(
                  like(chat.ownerId, ownerOfVisitor('%')),
                  lt(chat.updatedAt, sql`now() - make_interval(days => ${visitorDays})`),
                ),
              )
              .limit(atOnce),
          ),
        )
        .returning({ id: chat.id }),
    )
    forgotten += deleted.length
    if (deleted.length < atOnce) return forgotten
  }
}
