import type { Tx } from '#/db/connection.ts'
import { chat, chatMessage } from '#/product/chat/tables.ts'
import { jobNamed } from './add-applications.ts'
import type { IdOf, Tenant } from './organization-steps.ts'
import type { SeededCandidate, SeededQuestion } from './seeded-candidate.ts'
import { daysAgo, minutesAfter } from './times.ts'

/** The conversations about jobs: one question each, and its answer when it was complete. */
export async function addChats(
  tx: Tx,
  candidates: SeededCandidate[],
  { tenants, idOf }: { tenants: Tenant[]; idOf: IdOf },
) {
  for (const { email, question } of candidates) {
    if (!question) continue
    const { jobId } = jobNamed(question.job, tenants)
    await addChat(tx, { ...question, userId: idOf(email), jobId })
  }
}

async function addChat(tx: Tx, asked: SeededQuestion & { userId: string; jobId: string }) {
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
