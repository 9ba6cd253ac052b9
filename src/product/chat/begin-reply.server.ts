import { and, eq, sql } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import type { Tx } from '#/db/connection.ts'
import { chat, chatMessage } from './tables.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { type Asker, ownerOf } from './asker.server.ts'
import { cancelQuestion, type ChargedQuestion, chargeQuestion } from './allowance.server.ts'
import type { Ask } from './contract.ts'
import { jobPrompt, readHistory, readPublicJob } from './job-prompt.server.ts'
import { maxTitleLength } from './limits.ts'
import { placeAsk } from './place-ask.server.ts'
import { type Reply, startReply } from './produce-reply.server.ts'
import { newReplyId } from './running-replies.server.ts'
import { settleReplies } from './settle-replies.server.ts'
import type { AnswerOptions } from './stream-answer.server.ts'

/**
 * Stores the question and the answer's empty row, then starts to produce the answer; returns its
 * message. The history is the stored one: of the browser only the new text is taken. Throws Refusal
 * NOT_FOUND, JOB_CLOSED, REPLY_IN_PROGRESS, NOTHING_TO_REPEAT, QUESTION_GONE or those of chargeQuestion.
 */
export async function beginReply(
  asker: Asker,
  chatId: string,
  ask: Ask,
  options?: Omit<AnswerOptions, 'signal'>,
): Promise<{ messageId: string; prefix: string; questionId: string | null }> {
  await settleReplies(asker, chatId)
  const charged = await chargeQuestion(asker, chatId)
  const reply = await asUser(asker, (tx) => store(tx, asker, chatId, ask, charged)).catch(
    async (error: unknown) => {
      await cancelQuestion(charged)
      throw error
    },
  )
  await startReply(reply, options)
  return { messageId: reply.messageId, prefix: reply.prefix, questionId: reply.questionId }
}

async function store(
  tx: Tx,
  asker: Asker,
  chatId: string,
  ask: Ask,
  charged: ChargedQuestion,
): Promise<Reply & { questionId: string | null }> {
  const mine = and(eq(chat.ownerId, ownerOf(asker)), eq(chat.id, chatId))
  const [found] = await tx
    .select({ jobId: chat.jobId, title: chat.title, activeReplyId: chat.activeReplyId })
    .from(chat)
    .where(mine)
    .for('update')
  if (!found) throw new Refusal('NOT_FOUND')
  const publicJob = await readPublicJob(tx, found.jobId)
  if (publicJob === null) throw new Refusal('JOB_CLOSED')
  if (found.activeReplyId) throw new Refusal('REPLY_IN_PROGRESS')

  const { questionId, formerly, continued } = await placeAsk(tx, asker, chatId, ask)
  const history = upToTheQuestion(await readHistory(tx, asker, chatId), continued !== null)

  const messageId = continued?.id ?? Bun.randomUUIDv7()
  const prefix = continued?.content ?? ''
  if (continued) {
    await tx
      .update(chatMessage)
      .set({ status: 'writing', updatedAt: sql`now()` })
      .where(eq(chatMessage.id, messageId))
  } else {
    await tx.insert(chatMessage).values({
      id: messageId,
      ownerId: ownerOf(asker),
      chatId,
      role: 'assistant',
      content: '',
      status: 'writing',
    })
  }
  const replyId = newReplyId(messageId)
  const isUnnamed = !found.title || (formerly !== null && found.title === titleFrom(formerly))
  const title = isUnnamed && 'text' in ask ? titleFrom(ask.text) : found.title
  await tx
    .update(chat)
    .set({ activeReplyId: replyId, title, updatedAt: sql`now()` })
    .where(mine)
  const prompt = jobPrompt(chatId, publicJob, history, prefix !== '')
  return { asker, chatId, messageId, replyId, prompt, prefix, charged, questionId }
}

/** An answer that is asked for again is not part of what the new one is made from. */
function upToTheQuestion<Turn extends { role: string }>(history: Turn[], isContinued: boolean) {
  if (isContinued) return history
  return history.slice(0, history.findLastIndex(({ role }) => role === 'user') + 1)
}

/** The first question, in one line and not cut inside a word. */
export function titleFrom(question: string): string {
  const line = question.replaceAll(/\s+/g, ' ').trim()
  if (line.length <= maxTitleLength) return line
  const cut = line.slice(0, maxTitleLength - 1)
  const space = cut.lastIndexOf(' ')
  return `${(space > maxTitleLength / 2 ? cut.slice(0, space) : cut).toWellFormed()}…`
}
