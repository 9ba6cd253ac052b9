import { sql } from 'drizzle-orm'
import { bigint, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { mayDelete, mayInsert, mayRead, me, systemPolicy } from '#/db/schema/access.ts'
import { createdAt, id, moment } from '#/db/schema/columns.ts'
import { user } from '#/db/schema/identity.ts'

/**
 * A file that a person uploaded. `permitted`: a place was granted, nothing was checked.
 * `ready`: the stored bytes were sniffed and hashed.
 */
export const file = pgTable(
  'file',
  {
    id: id(),
    userId: text()
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    storageKey: text().notNull().unique(),
    name: text().notNull(),
    contentType: text().notNull(),
    sizeBytes: bigint({ mode: 'number' }).notNull(),
    sha256: text(),
    status: text({ enum: ['permitted', 'ready', 'rejected'] })
      .notNull()
      .default('permitted'),
    createdAt: createdAt(),
    confirmedAt: moment(),
  },
  (t) => [
    unique('file_user_id_id').on(t.userId, t.id),
    index().on(t.userId, t.createdAt),
    systemPolicy('file'),
    mayRead('file_owner', sql`${t.userId} = ${me}`),
    // Where it lies is ours to say, and what is in it (`ready`) is for the check alone.
    mayInsert(
      'file_owner_asks_for_a_place',
      sql`${t.userId} = ${me} and ${t.status} = 'permitted' and ${t.storageKey} = 'files/' || ${t.id}::text and ${t.sha256} is null and ${t.confirmedAt} is null`,
    ),
    mayDelete('file_owner_deletes', sql`${t.userId} = ${me}`),
  ],
)
