import { eq, sql } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { chat } from './tables.ts'
import { ownerOfVisitor } from './asker.server.ts'

const attempts = 3

/**
 * Gives the conversations of a visitor to the person who they turned out to be; returns how many.
 * Their messages follow by the foreign key. It is one statement, so of two people who come with the
 * same cookie one gets each conversation, and a second time there is none left. An answer that is
 * being written goes on: its producer knows it by its id.
 */
export async function adoptChats(visitorId: string, userId: string): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await adopt(visitorId, userId)
    } catch (error) {
      // Answers are saved many at once, in whichever order: one of the two has to begin again.
      if (!isDeadlock(error) || attempt === attempts) throw error
    }
  }
}

const adopt = (visitorId: string, userId: string) =>
  asSystem('chat: a visitor has signed in', async (tx) => {
    const adopted = await tx
      .update(chat)
      .set({ ownerId: userId, updatedAt: sql`${chat.updatedAt}` })
      .where(eq(chat.ownerId, ownerOfVisitor(visitorId)))
      .returning({ id: chat.id })
    return adopted.length
  })

function isDeadlock(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === '40P01'
}
