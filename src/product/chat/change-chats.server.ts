import { and, count, eq, notExists, sql } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { isOpen } from '#/product/jobs/open-job.ts'
import { chat, chatMessage } from './tables.ts'
import { job } from '#/product/jobs/tables.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { type Asker, ownerOf } from './asker.server.ts'
import type { ChatSummary } from './contract.ts'
import { maxChats, visitorLimits } from './limits.ts'
import { readSummary } from './read-chats.server.ts'
import { stopReply } from './stop-reply.server.ts'

/**
 * Only a job that is public can be asked about, by its own organisation too. A conversation in which
 * nothing was said yet is given again instead of a second one. Throws Refusal NOT_FOUND or CHATS_FULL.
 */
export async function createChat(asker: Asker, jobId: string): Promise<ChatSummary> {
  const ownerId = ownerOf(asker)
  const limit = asker.userId ? maxChats : visitorLimits.chats
  return asUser(asker, async (tx) => {
    // What is created at once counts one another.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`chats ${ownerId}`}, 0))`)
    const [found] = await tx
      .select({ id: job.id })
      .from(job)
      .where(and(eq(job.id, jobId), isOpen))
    if (!found) throw new Refusal('NOT_FOUND')
    const [empty] = await tx
      .select({ id: chat.id })
      .from(chat)
      .where(and(eq(chat.ownerId, ownerId), eq(chat.jobId, jobId), notExists(messagesOf(tx))))
      .limit(1)
    if (empty) return readSummary(tx, empty.id)
    const [{ chats } = { chats: 0 }] = await tx
      .select({ chats: count() })
      .from(chat)
      .where(eq(chat.ownerId, ownerId))
    if (chats >= limit) throw new Refusal('CHATS_FULL', { limit })
    const [created] = await tx.insert(chat).values({ ownerId, jobId }).returning({ id: chat.id })
    if (!created) throw new Error('the conversation was not added')
    return readSummary(tx, created.id)
  })
}

const messagesOf = (tx: Tx) =>
  tx
    .select({ id: chatMessage.id })
    .from(chatMessage)
    .where(and(eq(chatMessage.ownerId, chat.ownerId), eq(chatMessage.chatId, chat.id)))

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
