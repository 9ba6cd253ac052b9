import { pgTable, text } from 'drizzle-orm/pg-core'
import { systemPolicy } from './access.ts'
import { moment } from './columns.ts'

/** Work that one process of the app does at a time (db/lease.server.ts); a crash leaves a row that ends. */
export const lease = pgTable(
  'lease',
  {
    key: text().primaryKey(),
    holder: text().notNull(),
    endsAt: moment().notNull(),
  },
  () => [systemPolicy('lease')],
)
