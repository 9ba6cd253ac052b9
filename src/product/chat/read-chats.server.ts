import { and, count, desc, eq } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { isOpen } from '#/product/jobs/open-job.ts'
import { chat, chatMessage } from './tables.ts'
import { job } from '#/product/jobs/tables.ts'
import { organization } from '#/db/schema/organizations.ts'
import { readUsed } from '#/platform/billing/usage.server.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { type Asker, ownerOf } from './asker.server.ts'
import type { ChatMessage, ChatSummary } from './contract.ts'
import { chatsPerPage, messagesShown, visitorLimits } from './limits.ts'
import { settleReplies } from './settle-replies.server.ts'
import { withoutReplaced } from './shown-messages.ts'

/** Conversations with their job, as this person may see them; a job that is not public is null. */
const summaries = (tx: Tx) =>
  tx
    .select({
      id: chat.id,
      title: chat.title,
      activeReplyId: chat.activeReplyId,
      updatedAt: chat.updatedAt,
      jobId: job.id,
      jobSlug: job.slug,
      jobTitle: job.title,
      organization: organization.name,
    })
    .from(chat)
    .leftJoin(job, and(eq(job.id, chat.jobId), isOpen))
    .leftJoin(organization, eq(organization.id, job.organizationId))

type Row = Awaited<ReturnType<typeof summaries>>[number]

const summaryOf = (row: Row): ChatSummary => ({
  id: row.id,
  title: row.title,
  job:
    row.jobId && row.jobSlug && row.jobTitle
      ? {
          id: row.jobId,
          slug: row.jobSlug,
          title: row.jobTitle,
          organization: row.organization ?? '',
        }
      : null,
  replying: row.activeReplyId !== null,
  updatedAt: row.updatedAt,
})

export async function readSummary(tx: Tx, chatId: string): Promise<ChatSummary> {
  const [row] = await summaries(tx).where(eq(chat.id, chatId))
  if (!row) throw new Refusal('NOT_FOUND')
  return summaryOf(row)
}

/** The latest first. */
export async function listChats(asker: Asker, { jobId, page }: { jobId?: string; page: number }) {
  const mine = jobId
    ? and(eq(chat.ownerId, ownerOf(asker)), eq(chat.jobId, jobId))
    : eq(chat.ownerId, ownerOf(asker))
  const questionsLeft = await readQuestionsLeft(asker)
  return asUser(asker, async (tx) => {
    const [total] = await tx.select({ chats: count() }).from(chat).where(mine)
    const rows = await summaries(tx)
      .where(mine)
      .orderBy(desc(chat.updatedAt), desc(chat.id))
      .limit(chatsPerPage)
      .offset((page - 1) * chatsPerPage)
    const pageCount = Math.max(1, Math.ceil((total?.chats ?? 0) / chatsPerPage))
    return { chats: rows.map(summaryOf), page, pageCount, questionsLeft }
  })
}

async function readQuestionsLeft({ userId, visitorId }: Asker): Promise<number | null> {
  if (userId || !visitorId) return null
  const used = (await readUsed(`visitor:${visitorId}`, ['questions'])).get('questions') ?? 0
  return Math.max(0, visitorLimits.questionsPerDay - used)
}

/** Throws Refusal NOT_FOUND, for a stranger's conversation too. */
export async function readChat(
  asker: Asker,
  chatId: string,
): Promise<{ chat: ChatSummary; messages: ChatMessage[] }> {
  await settleReplies(asker, chatId)
  return asUser(asker, async (tx) => {
    const latest = await tx
      .select({
        id: chatMessage.id,
        role: chatMessage.role,
        content: chatMessage.content,
        status: chatMessage.status,
        createdAt: chatMessage.createdAt,
      })
      .from(chatMessage)
      .where(and(eq(chatMessage.ownerId, ownerOf(asker)), eq(chatMessage.chatId, chatId)))
      .orderBy(desc(chatMessage.id))
      .limit(messagesShown)
    return { chat: await readSummary(tx, chatId), messages: withoutReplaced(latest.toReversed()) }
  })
}
