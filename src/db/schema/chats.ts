import { sql } from 'drizzle-orm'
import { foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { mayDelete, mayInsert, mayRead, mayUpdate, me, systemPolicy } from './access.ts'
import { createdAt, id, updatedAt } from './columns.ts'
import { user } from './identity.ts'
import { job } from './jobs.ts'

/** A person's conversation about a published job. Nobody else reads it, the tenant included. */
export const chat = pgTable(
  'chat',
  {
    id: id(),
    userId: text()
      .notNull()
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
    unique('chat_user_id_id').on(t.userId, t.id),
    index().on(t.userId, t.jobId, t.updatedAt),
    systemPolicy('chat'),
    mayRead('chat_owner', sql`${t.userId} = ${me}`),
    mayInsert('chat_owner_adds', sql`${t.userId} = ${me}`),
    mayUpdate('chat_owner_changes', sql`${t.userId} = ${me}`),
    mayDelete('chat_owner_deletes', sql`${t.userId} = ${me}`),
  ],
)

export const chatMessage = pgTable(
  'chat_message',
  {
    id: id(),
    userId: text().notNull(),
    chatId: uuid().notNull(),
    role: text({ enum: ['user', 'assistant'] }).notNull(),
    content: text().notNull(),
    /** Only an assistant's message is ever other than `complete`. */
    status: text({ enum: ['writing', 'complete', 'stopped', 'failed', 'interrupted'] })
      .notNull()
      .default('complete'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    foreignKey({
      name: 'chat_message_own_chat',
      columns: [t.userId, t.chatId],
      foreignColumns: [chat.userId, chat.id],
    }).onDelete('cascade'),
    index().on(t.userId, t.chatId, t.createdAt),
    systemPolicy('chat_message'),
    mayRead('chat_message_owner', sql`${t.userId} = ${me}`),
    mayInsert('chat_message_owner_adds', sql`${t.userId} = ${me}`),
    mayUpdate('chat_message_owner_changes', sql`${t.userId} = ${me}`),
    mayDelete('chat_message_owner_deletes', sql`${t.userId} = ${me}`),
  ],
)
