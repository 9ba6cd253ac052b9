import { and, eq, sql } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import { chat } from '#/db/schema/chats.ts'
import { job } from '#/db/schema/jobs.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { type Asker, ownerOf } from './asker.server.ts'
import type { ChatSummary } from './contract.ts'
import { readSummary } from './read-chats.server.ts'
import { stopReply } from './stop-reply.server.ts'

/** Only a job that is public can be asked about, by its own organisation too. */
export async function createChat(asker: Asker, jobId: string): Promise<ChatSummary> {
  return asUser(asker, async (tx) => {
    const [found] = await tx
      .select({ id: job.id })
      .from(job)
      .where(and(eq(job.id, jobId), eq(job.status, 'published')))
    if (!found) throw new Refusal('NOT_FOUND')
    const [created] = await tx
      .insert(chat)
      .values({ ownerId: ownerOf(asker), jobId })
      .returning({ id: chat.id })
    if (!created) throw new Error('the conversation was not added')
    return readSummary(tx, created.id)
  })
}

export async function renameChat(
  asker: Asker,
  chatId: string,
  title: string,
): Promise<ChatSummary> {
  return asUser(asker, async (tx) => {
    // A new name is not news: the conversation keeps its place in the list.
    await tx
      .update(chat)
      .set({ title, updatedAt: sql`${chat.updatedAt}` })
      .where(and(eq(chat.ownerId, ownerOf(asker)), eq(chat.id, chatId)))
    return readSummary(tx, chatId)
  })
}

/** An answer that is being written is stopped first, so that the provider does not go on. */
export async function deleteChat(asker: Asker, chatId: string): Promise<{ id: string }> {
  await stopReply(asker, chatId)
  return asUser(asker, async (tx) => {
    const [deleted] = await tx
      .delete(chat)
      .where(and(eq(chat.ownerId, ownerOf(asker)), eq(chat.id, chatId)))
      .returning({ id: chat.id })
    if (!deleted) throw new Refusal('NOT_FOUND')
    return deleted
  })
}
