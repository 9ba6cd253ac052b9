import { sql } from 'drizzle-orm'
import { bigint, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { mayInsert, mayRead, me, systemPolicy } from './access.ts'
import { createdAt, id } from './columns.ts'
import { user } from './identity.ts'

/** The ledger of language-model calls: who, what for, how much, how it ended. Only added to. */
export const modelCall = pgTable(
  'model_call',
  {
    id: id(),
    userId: text().references(() => user.id, { onDelete: 'set null' }),
    purpose: text({ enum: ['cv_review', 'job_chat'] }).notNull(),
    provider: text().notNull(),
    model: text().notNull(),
    inputTokens: integer().notNull().default(0),
    outputTokens: integer().notNull().default(0),
    /** Millionths of a US dollar; null when the price of the model is not known. */
    costMicros: bigint({ mode: 'number' }),
    durationMs: integer().notNull(),
    outcome: text({ enum: ['done', 'stopped', 'failed'] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.userId, t.createdAt),
    systemPolicy('model_call'),
    mayRead('model_call_owner', sql`${t.userId} = ${me}`),
    mayInsert('model_call_owner_adds', sql`${t.userId} = ${me}`),
  ],
)
