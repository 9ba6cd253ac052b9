import { and, eq, sql } from 'drizzle-orm'
import { asSystem, asUser } from '#/db/access.server.ts'
import { chat, chatMessage } from './tables.ts'
import { type Asker, ownerOf } from './asker.server.ts'
import { replyLog } from './reply-log.server.ts'
import { messageOfReply, runningReplies } from './running-replies.server.ts'

/** A producer saves, changed or not, every second; one that has not for this long is gone. */
const goneAfterSeconds = 3.5

const gone = sql`${chatMessage.updatedAt} < now() - make_interval(secs => ${goneAfterSeconds})`

/**
 * An answer whose producer is gone becomes `interrupted`, with everything that anybody can have
 * read of it: the log may be ahead of the last save. Whoever reads a conversation calls this, so
 * nothing has to be swept when a server starts.
 */
export async function settleReplies(asker: Asker, chatId: string): Promise<void> {
  const orphans = await asUser(asker, (tx) =>
    tx
      .select({ id: chatMessage.id, content: chatMessage.content, replyId: chat.activeReplyId })
      .from(chatMessage)
      .innerJoin(chat, and(eq(chat.ownerId, chatMessage.ownerId), eq(chat.id, chatMessage.chatId)))
      .where(
        and(
          eq(chatMessage.ownerId, ownerOf(asker)),
          eq(chatMessage.chatId, chatId),
          eq(chatMessage.status, 'writing'),
          gone,
        ),
      ),
  )
  const producedHere = new Set([...runningReplies().keys()].map(messageOfReply))
  for (const orphan of orphans) {
    if (producedHere.has(orphan.id)) continue
    const replyId =
      orphan.replyId && messageOfReply(orphan.replyId) === orphan.id ? orphan.replyId : null
    const content = replyId ? await wordsOf(replyId, orphan.content) : orphan.content
    if (content === null) continue
    await asSystem('chat: settle an answer whose producer is gone', async (tx) => {
      if (replyId) {
        await tx
          .update(chat)
          .set({ activeReplyId: null, updatedAt: sql`${chat.updatedAt}` })
          .where(and(eq(chat.id, chatId), eq(chat.activeReplyId, replyId)))
      }
      await tx
        .update(chatMessage)
        .set({ status: 'interrupted', content })
        .where(and(eq(chatMessage.id, orphan.id), eq(chatMessage.status, 'writing'), gone))
    })
  }
}

/** The longer of what was saved and what was logged; null when the log says that it is still written. */
async function wordsOf(replyId: string, saved: string): Promise<string | null> {
  try {
    const log = await replyLog()
    if ((await log.hasExistingStream(replyId)) === true) return null
    let logged = ''
    for await (const text of (await log.resumeExistingStream(replyId)) ?? []) logged += text
    return logged.length > saved.length ? logged : saved
  } catch {
    // Without the log, what was saved is what there is.
    return saved
  }
}
