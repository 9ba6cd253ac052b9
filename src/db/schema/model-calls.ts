import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { mayRead, me, systemPolicy } from './access.ts'
import { createdAt, id } from './columns.ts'
import { user } from './identity.ts'
import { organization } from './organizations.ts'

/**
 * The ledger of language-model calls: who, what for, how much, how it ended. A row each time a
 * provider was asked, those that failed included. Only the system adds to it, so that nobody can
 * write their own books. A person reads their own rows; a tenant reads none, because a row says which
 * candidate asked when: it is shown a number (usage_counter).
 */
export const modelCall = pgTable(
  'model_call',
  {
    id: id(),
    userId: text().references(() => user.id, { onDelete: 'set null' }),
    /** Somebody who is not signed in, by the id in their signed cookie. */
    visitorId: text(),
    /** The tenant whose job was asked about. */
    organizationId: text().references(() => organization.id, { onDelete: 'set null' }),
    /** What it was for, such as `cv_review`: a name of the feature that asked, which it may outlive. */
    purpose: text().notNull(),
    provider: text().notNull(),
    model: text().notNull(),
    inputTokens: integer().notNull().default(0),
    outputTokens: integer().notNull().default(0),
    /** The tokens are counted by the length of the texts: the provider was left before it said. */
    estimated: boolean().notNull().default(false),
    /** Millionths of a US dollar; null when the price of the model is not known. */
    costMicros: bigint({ mode: 'number' }),
    durationMs: integer().notNull(),
    outcome: text({ enum: ['done', 'stopped', 'failed'] }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.userId, t.createdAt),
    index().on(t.organizationId, t.createdAt),
    index().on(t.visitorId, t.createdAt),
    // What the whole site spent today.
    index().on(t.createdAt),
    systemPolicy('model_call'),
    mayRead('model_call_owner', sql`${t.userId} = ${me}`),
  ],
)
