import { index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { systemPolicy } from './access.ts'
import { moment } from './columns.ts'

/**
 * How much of a limit is used in its current period. One row is locked and compared in one statement,
 * so that requests at the same moment cannot all take the last one. Only the system counts, and only
 * what has been authorised asks it: neither a person nor a tenant may write their own usage.
 */
export const usageCounter = pgTable(
  'usage_counter',
  {
    /** `user:<id>`, `organization:<id>`, `visitor:<id>` or `job:<id>`. */
    subject: text().notNull(),
    metric: text().notNull(),
    used: integer().notNull(),
    /** The period, in which it is counted, is over. */
    endsAt: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.subject, t.metric] }),
    index().on(t.endsAt),
    systemPolicy('usage_counter'),
  ],
)
