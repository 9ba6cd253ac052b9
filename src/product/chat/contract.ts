import { z } from 'zod'
import { oneLine } from '#/plain-text.ts'
import { contract } from '#/rpc/base-contract.ts'
import { maxQuestionLength, maxTitleLength } from './limits.ts'
import { messageRoles, messageStatuses } from './message-statuses.ts'

const chatId = z.object({ chatId: z.uuid() })
export const chatTitle = z.object({ title: oneLine(maxTitleLength).min(1) })

export const messageStatus = z.enum(messageStatuses)
export type MessageStatus = z.infer<typeof messageStatus>

const message = z.object({
  id: z.uuid(),
  role: z.enum(messageRoles),
  /** Of an answer in progress: what has been saved so far. */
  content: z.string(),
  status: messageStatus,
  createdAt: z.date(),
})
export type ChatMessage = z.infer<typeof message>

const summary = z.object({
  id: z.uuid(),
  /** Empty until the first question is asked. */
  title: z.string(),
  /** Null when the job is no longer public. */
  job: z
    .object({ id: z.uuid(), slug: z.string(), title: z.string(), organization: z.string() })
    .nullable(),
  /** An answer is being written now. */
  replying: z.boolean(),
  updatedAt: z.date(),
})
export type ChatSummary = z.infer<typeof summary>

const question = z.string().trim().min(1).max(maxQuestionLength)
/**
 * What a browser may add to a conversation: a question, other words for one that it asked (what was
 * said after it goes), or the wish for the last answer again or for its end. Nothing of what was said
 * before is taken from it.
 */
export const ask = z.union([
  z.strictObject({ text: question }),
  z.strictObject({ text: question, insteadOf: z.uuid() }),
  z.strictObject({ again: z.enum(['retry', 'continue']) }),
])
export type Ask = z.infer<typeof ask>

/** How the streaming routes refuse; the bodies are `{ code, data }`. */
export const askRefusals = {
  /** One answer at a time in a conversation. */
  REPLY_IN_PROGRESS: { status: 409 },
  /** There is no answer to repeat, or the one that is there is whole and cannot be continued. */
  NOTHING_TO_REPEAT: { status: 409 },
  /** No question of this person in this conversation has that id any more. */
  QUESTION_GONE: { status: 409 },
  /** The job is no longer public: the conversation can only be read. */
  JOB_CLOSED: { status: 410 },
  CHAT_LIMIT_REACHED: {
    status: 402,
    data: z.object({ limit: z.number().int(), resetsAt: z.date() }),
  },
  /** Somebody without an account has asked enough for today. */
  VISITOR_LIMIT_REACHED: { status: 402, data: z.object({ resetsAt: z.date() }) },
  /** Others in the same network, without an account too, have asked enough for today. */
  NETWORK_LIMIT_REACHED: { status: 402, data: z.object({ resetsAt: z.date() }) },
  /** The plan of the tenant whose job it is has no more questions this month. */
  EMPLOYER_LIMIT_REACHED: { status: 429, data: z.object({ resetsAt: z.date() }) },
  /** The site has spent what it may spend on models today. */
  ANSWERS_PAUSED: { status: 429, data: z.object({ resetsAt: z.date() }) },
}

const { NETWORK_LIMIT_REACHED } = askRefusals

export const chatContract = {
  list: contract
    .route({ method: 'GET', path: '/chats', summary: 'My conversations', tags: ['Chat'] })
    .input(
      z.object({
        jobId: z.uuid().optional(),
        page: z.coerce.number().int().min(1).max(1_000).default(1),
      }),
    )
    .output(
      z.object({
        chats: z.array(summary),
        page: z.number().int(),
        pageCount: z.number().int(),
        /** Of a visitor, today; null for a person. */
        questionsLeft: z.number().int().nullable(),
      }),
    ),
  read: contract
    .route({
      method: 'GET',
      path: '/chats/{chatId}',
      summary: 'A conversation and its messages, oldest first',
      tags: ['Chat'],
    })
    .input(chatId)
    .output(z.object({ chat: summary, messages: z.array(message) })),
  create: contract
    .route({
      method: 'POST',
      path: '/chats',
      summary: 'Begin a conversation about a published job',
      tags: ['Chat'],
    })
    .errors({
      NETWORK_LIMIT_REACHED,
      CHATS_FULL: { status: 409, data: z.object({ limit: z.number().int() }) },
    })
    .input(z.object({ jobId: z.uuid() }))
    .output(summary),
  rename: contract
    .route({
      method: 'PATCH',
      path: '/chats/{chatId}',
      summary: 'Rename a conversation',
      tags: ['Chat'],
    })
    .input(chatId.extend(chatTitle.shape))
    .output(summary),
  delete: contract
    .route({
      method: 'DELETE',
      path: '/chats/{chatId}',
      summary: 'Delete a conversation for good',
      tags: ['Chat'],
    })
    .input(chatId)
    .output(z.object({ id: z.uuid() })),
}
