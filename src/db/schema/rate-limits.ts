import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { systemPolicy } from './access.ts'
import { moment } from './columns.ts'

/** How often something was tried in its current window; shared by all processes of the app. */
export const rateLimit = pgTable(
  'rate_limit',
  {
    key: text().primaryKey(),
    count: integer().notNull(),
    endsAt: moment().notNull(),
  },
  (t) => [index().on(t.endsAt), systemPolicy('rate_limit')],
)
