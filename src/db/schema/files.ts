import { sql } from 'drizzle-orm'
import { bigint, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import {
  mayDelete,
  mayInsert,
  mayRead,
  mayUpdate,
  me,
  myOrganization,
  systemPolicy,
} from './access.ts'
import { createdAt, id, moment } from './columns.ts'
import { user } from './identity.ts'

/**
 * A file that a person uploaded. `permitted`: a place was granted, nothing was checked.
 * `ready`: the stored bytes were sniffed and hashed. Recruiters see it through an application.
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
    mayRead(
      'file_owner_or_recruiter',
      sql`${t.userId} = ${me} or ${t.id} in (select a.file_id from application a where a.organization_id = ${myOrganization()})`,
    ),
    mayInsert('file_owner_adds', sql`${t.userId} = ${me}`),
    mayUpdate('file_owner_confirms', sql`${t.userId} = ${me}`),
    mayDelete('file_owner_deletes', sql`${t.userId} = ${me}`),
  ],
)
