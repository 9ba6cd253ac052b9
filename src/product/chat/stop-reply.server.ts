import { and, eq } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import { chat } from './tables.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { type Asker, ownerOf } from './asker.server.ts'
import { runningReplies } from './running-replies.server.ts'

/**
 * Stops the answer in progress, from any tab and any server: whoever produces it finds within a
 * second that it is no longer the conversation's active one. Does nothing when there is none.
 * Throws Refusal NOT_FOUND.
 */
export async function stopReply(asker: Asker, chatId: string): Promise<void> {
  const replyId = await asUser(asker, async (tx) => {
    const mine = and(eq(chat.ownerId, ownerOf(asker)), eq(chat.id, chatId))
    const [found] = await tx
      .select({ replyId: chat.activeReplyId })
      .from(chat)
      .where(mine)
      .for('update')
    if (!found) throw new Refusal('NOT_FOUND')
    if (found.replyId) await tx.update(chat).set({ activeReplyId: null }).where(mine)
    return found.replyId
  })
  const running = replyId && runningReplies().get(replyId)
  if (!running) return
  running.stop('stopped')
  await running.ended
}
