import { and, asc, eq, gt, gte, inArray, sql } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import { chatMessage } from './tables.ts'
import { Refusal } from '#/rpc/refusal.ts'
import { type Asker, ownerOf } from './asker.server.ts'
import type { Ask } from './contract.ts'

type Placed = {
  /** The question that was stored; null when an answer is wanted again. */
  questionId: string | null
  /** The words that it was asked in before. */
  formerly: string | null
  /** The answer that is continued; null when a new one begins. */
  continued: { id: string; content: string } | null
}

/**
 * Changes what is stored as the ask wants it, in the caller's transaction, which holds the
 * conversation's row: what a question of other words cuts off is gone together with it being asked.
 * Throws Refusal REPLY_IN_PROGRESS, NOTHING_TO_REPEAT or QUESTION_GONE.
 */
export async function placeAsk(tx: Tx, asker: Asker, chatId: string, ask: Ask): Promise<Placed> {
  if ('again' in ask) return again(tx, asker, chatId, ask.again)
  let formerly: string | null = null
  if ('insteadOf' in ask) formerly = await cutOff(tx, asker, chatId, ask.insteadOf)
  else {
    const answers = await answersToLast(tx, asker, chatId)
    await keepOnly(tx, answers, answers.findLast(hasWords) ?? answers.at(-1))
  }
  const questionId = Bun.randomUUIDv7()
  await tx.insert(chatMessage).values({
    id: questionId,
    ownerId: ownerOf(asker),
    chatId,
    role: 'user',
    content: ask.text,
  })
  return { questionId, formerly, continued: null }
}

async function again(
  tx: Tx,
  asker: Asker,
  chatId: string,
  wish: 'retry' | 'continue',
): Promise<Placed> {
  const answers = await answersToLast(tx, asker, chatId)
  const last = answers.at(-1)
  if (!last) throw new Refusal('NOTHING_TO_REPEAT')
  if (last.status === 'writing') throw new Refusal('REPLY_IN_PROGRESS')
  await keepOnly(tx, answers, answers.findLast(hasWords))
  const placed = { questionId: null, formerly: null }
  if (wish === 'retry' || !last.content) return { ...placed, continued: null }
  if (last.status === 'complete') throw new Refusal('NOTHING_TO_REPEAT')
  return { ...placed, continued: last }
}

const inChat = (asker: Asker, chatId: string) =>
  and(eq(chatMessage.ownerId, ownerOf(asker)), eq(chatMessage.chatId, chatId))

/** Oldest first; more than one when it was asked for again. */
const answersToLast = (tx: Tx, asker: Asker, chatId: string) =>
  tx
    .select({ id: chatMessage.id, content: chatMessage.content, status: chatMessage.status })
    .from(chatMessage)
    .where(
      and(
        inChat(asker, chatId),
        gt(
          chatMessage.id,
          sql`(select question.id from ${chatMessage} question where question.chat_id = ${chatId} and question.role = 'user' order by question.id desc limit 1)`,
        ),
      ),
    )
    .orderBy(asc(chatMessage.id))

const hasWords = ({ content }: { content: string }) => content !== ''

async function keepOnly<Answer extends { id: string }>(
  tx: Tx,
  answers: Answer[],
  kept: Answer | undefined,
) {
  const others = answers.filter((answer) => answer !== kept).map(({ id }) => id)
  if (others.length > 0) await tx.delete(chatMessage).where(inArray(chatMessage.id, others))
}

/** Takes out the question and all that was said after it; returns its words. */
async function cutOff(tx: Tx, asker: Asker, chatId: string, questionId: string): Promise<string> {
  const [question] = await tx
    .select({ content: chatMessage.content })
    .from(chatMessage)
    .where(and(inChat(asker, chatId), eq(chatMessage.id, questionId), eq(chatMessage.role, 'user')))
  if (!question) throw new Refusal('QUESTION_GONE')
  await tx.delete(chatMessage).where(and(inChat(asker, chatId), gte(chatMessage.id, questionId)))
  return question.content
}
