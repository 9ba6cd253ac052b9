import type { Tx } from '#/db/connection.ts'
import { chat, chatMessage } from '#/db/schema/chats.ts'
import type { SeededQuestion } from './seeded-candidate.ts'
import { daysAgo, minutesAfter } from './times.ts'

/** A conversation about a job: one question, and its answer when it was complete. */
export async function addChat(tx: Tx, asked: SeededQuestion & { userId: string; jobId: string }) {
  const { userId, jobId, question, answer } = asked
  const askedAt = daysAgo(asked.daysAgo)
  const answeredAt = minutesAfter(askedAt, 0.2)
  const chatId = Bun.randomUUIDv7('hex', askedAt)
  await tx.insert(chat).values({
    id: chatId,
    ownerId: userId,
    jobId,
    title: question,
    createdAt: askedAt,
    updatedAt: answeredAt,
  })
  const message = (role: 'user' | 'assistant', content: string, at: Date) => ({
    id: Bun.randomUUIDv7('hex', at),
    ownerId: userId,
    chatId,
    role,
    content,
    createdAt: at,
    updatedAt: at,
  })
  await tx
    .insert(chatMessage)
    .values([message('user', question, askedAt), message('assistant', answer, answeredAt)])
}
