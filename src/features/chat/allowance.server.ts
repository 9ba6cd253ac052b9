import { and, count, eq, gte, isNotNull, ne, sql } from 'drizzle-orm'
import type { Tx } from '#/db/connection.ts'
import { chat } from '#/db/schema/chats.ts'
import { modelCall } from '#/db/schema/model-calls.ts'
import { Refusal } from '#/rpc/refusal.ts'
import type { Asker } from './read-chats.server.ts'

/**
 * Questions of this UTC day, against the plan. Counted in the ledger, which outlives a deleted
 * conversation, plus the answers that are still being written; an answer that failed is not held
 * against anybody. The lock makes questions that are sent at once count one another. Throws Refusal
 * CHAT_LIMIT_REACHED.
 */
export async function checkAllowance(tx: Tx, asker: Asker, limit: number): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`chat:${asker.userId}`}, 0))`,
  )
  const today = new Date()
  today.setUTCHours(0, 0, 0, 0)
  const [answered] = await tx
    .select({ calls: count() })
    .from(modelCall)
    .where(
      and(
        eq(modelCall.userId, asker.userId),
        eq(modelCall.purpose, 'job_chat'),
        ne(modelCall.outcome, 'failed'),
        gte(modelCall.createdAt, today),
      ),
    )
  const [writing] = await tx
    .select({ replies: count() })
    .from(chat)
    .where(and(eq(chat.userId, asker.userId), isNotNull(chat.activeReplyId)))
  if ((answered?.calls ?? 0) + (writing?.replies ?? 0) < limit) return
  const resetsAt = new Date(today.getTime() + 24 * 60 * 60_000)
  throw new Refusal('CHAT_LIMIT_REACHED', { limit, resetsAt })
}
