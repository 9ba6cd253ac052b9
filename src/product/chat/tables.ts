import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import {
  mayDelete,
  mayInsert,
  mayRead,
  mayUpdate,
  owner,
  systemPolicy,
} from '#/db/schema/access.ts'
import { createdAt, id, updatedAt } from '#/db/schema/columns.ts'
import { user } from '#/db/schema/identity.ts'
import { job } from '#/product/jobs/tables.ts'
import { messageRoles, messageStatuses } from './message-statuses.ts'

/**
 * Somebody's conversation about a published job. Nobody else reads it, the tenant included. What a
 * person may change of it is its name and which reply is its active one (column-grants.sql).
 */
export const chat = pgTable(
  'chat',
  {
    id: id(),
    /** A person's id; "visitor:<id>" of somebody without an account, until they sign in. */
    ownerId: text().notNull(),
    userId: text()
      .generatedAlwaysAs(sql`case when owner_id like 'visitor:%' then null else owner_id end`)
      .references(() => user.id, { onDelete: 'cascade' }),
    jobId: uuid()
      .notNull()
      .references(() => job.id, { onDelete: 'cascade' }),
    title: text().notNull().default(''),
    /** The reply that is being written now, in the reply log; set before it is produced. */
    activeReplyId: text(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('chat_owner_id_id').on(t.ownerId, t.id),
    index().on(t.ownerId, t.jobId, t.updatedAt),
    index().on(t.userId),
    index().on(t.jobId),
    systemPolicy('chat'),
    mayRead('chat_owner', sql`${t.ownerId} = ${owner}`),
    // The job is looked for before the foreign key is, so that a job's id that is not public cannot
    // be told from one that was never given out.
    mayInsert(
      'chat_owner_adds',
      sql`${t.ownerId} = ${owner} and ${t.activeReplyId} is null and ${t.jobId} in (select j.id from job j where j.status = 'published')`,
    ),
    mayUpdate('chat_owner_changes', sql`${t.ownerId} = ${owner}`),
    mayDelete('chat_owner_deletes', sql`${t.ownerId} = ${owner}`),
  ],
)

/**
 * What an assistant says is written by the system alone: its owner may begin an empty answer, have it
 * written on, and delete it.
 */
export const chatMessage = pgTable(
  'chat_message',
  {
    id: id(),
    ownerId: text().notNull(),
    chatId: uuid().notNull(),
    role: text({ enum: messageRoles }).notNull(),
    content: text().notNull(),
    status: text({ enum: messageStatuses }).notNull().default('complete'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: 'chat_message_own_chat',
      columns: [t.ownerId, t.chatId],
      foreignColumns: [chat.ownerId, chat.id],
    })
      .onDelete('cascade')
      // Whoever signs in takes their conversations along with one update of the chat.
      .onUpdate('cascade'),
    index().on(t.ownerId, t.chatId, t.id),
    systemPolicy('chat_message'),
    mayRead('chat_message_owner', sql`${t.ownerId} = ${owner}`),
    mayInsert(
      'chat_message_owner_adds',
      sql`${t.ownerId} = ${owner} and (${t.role} = 'user' and ${t.status} = 'complete' or ${t.role} = 'assistant' and ${t.status} = 'writing' and ${t.content} = '')`,
    ),
    mayUpdate(
      'chat_message_owner_continues',
      sql`${t.ownerId} = ${owner} and ${t.role} = 'assistant'`,
      sql`${t.ownerId} = ${owner} and ${t.role} = 'assistant' and ${t.status} = 'writing'`,
    ),
    mayDelete('chat_message_owner_deletes', sql`${t.ownerId} = ${owner}`),
  ],
)
