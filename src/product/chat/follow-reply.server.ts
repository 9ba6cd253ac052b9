import { and, desc, eq } from 'drizzle-orm'
import { asUser } from '#/db/access.server.ts'
import { chat, chatMessage } from './tables.ts'
import { type Asker, ownerOf } from './asker.server.ts'
import type { MessageStatus } from './contract.ts'
import { replyLog } from './reply-log.server.ts'
import { messageOfReply } from './running-replies.server.ts'
import { settleReplies } from './settle-replies.server.ts'

export type ReplyEvent =
  | { type: 'text'; text: string }
  | { type: 'end'; status: Exclude<MessageStatus, 'writing'> }

/** How soon to look again while there is no log to read; it is saved every second. */
const lookAgainMs = 400
/** How soon to try a log again that could not be read. */
const tryAgainMs = 3_000

/** Whether this person has this conversation: asked at every connect, and while a stream is open. */
export async function hasChat(asker: Asker, chatId: string): Promise<boolean> {
  const found = await asUser(asker, (tx) =>
    tx
      .select({ id: chat.id })
      .from(chat)
      .where(and(eq(chat.ownerId, ownerOf(asker)), eq(chat.id, chatId))),
  )
  return found.length > 0
}

/** The message that is being written in a conversation; null when there is none. */
export async function findReplyInProgress(asker: Asker, chatId: string): Promise<string | null> {
  await settleReplies(asker, chatId)
  const [found] = await asUser(asker, (tx) =>
    tx
      .select({ id: chatMessage.id })
      .from(chatMessage)
      .where(
        and(
          eq(chatMessage.ownerId, ownerOf(asker)),
          eq(chatMessage.chatId, chatId),
          eq(chatMessage.status, 'writing'),
        ),
      )
      .orderBy(desc(chatMessage.id))
      .limit(1),
  )
  return found?.id ?? null
}

/**
 * An answer from a character on, to its end. The log is the fast way, the stored message is the
 * truth: it says how the answer ended, and it is read instead when there is no log (it was lost, or
 * is kept by another server). Ends without an `end` when the conversation is gone or `signal` aborts.
 */
export async function* followReply(
  asker: Asker,
  chatId: string,
  messageId: string,
  from: number,
  signal: AbortSignal,
): AsyncGenerator<ReplyEvent> {
  let position = from
  const log = { awayUntil: 0 }
  while (!signal.aborted) {
    const saved = await readMessage(asker, chatId, messageId)
    if (!saved) return
    if (saved.status !== 'writing') {
      const rest = saved.content.slice(position)
      if (rest) yield { type: 'text', text: rest }
      yield { type: 'end', status: saved.status }
      return
    }
    const before = position
    const live = saved.replyId && (await liveText(saved.replyId, position, log))
    if (live) {
      for await (const text of untilAborted(live, signal, log)) {
        position += text.length
        yield { type: 'text', text }
      }
    } else if (saved.content.length > position) {
      const text = saved.content.slice(position)
      position += text.length
      yield { type: 'text', text }
    }
    if (position === before && !signal.aborted) {
      await Bun.sleep(lookAgainMs)
      await settleReplies(asker, chatId)
    }
  }
}

async function readMessage(asker: Asker, chatId: string, messageId: string) {
  const [found] = await asUser(asker, (tx) =>
    tx
      .select({
        content: chatMessage.content,
        status: chatMessage.status,
        activeReplyId: chat.activeReplyId,
      })
      .from(chatMessage)
      .innerJoin(chat, and(eq(chat.ownerId, chatMessage.ownerId), eq(chat.id, chatMessage.chatId)))
      .where(
        and(
          eq(chatMessage.ownerId, ownerOf(asker)),
          eq(chatMessage.chatId, chatId),
          eq(chatMessage.id, messageId),
        ),
      ),
  )
  if (!found) return null
  const { activeReplyId, content, status } = found
  const ours = activeReplyId && messageOfReply(activeReplyId) === messageId
  return { content, status, replyId: ours ? activeReplyId : null }
}

/** When the log of one reply may be tried again. */
type Log = { awayUntil: number }

async function liveText(replyId: string, from: number, log: Log) {
  if (performance.now() < log.awayUntil) return null
  try {
    return await (await replyLog()).resumeExistingStream(replyId, from)
  } catch {
    // The log is away: the stored message is followed until it is back.
    log.awayUntil = performance.now() + tryAgainMs
    return null
  }
}

async function* untilAborted(stream: ReadableStream<string>, signal: AbortSignal, log: Log) {
  const reader = stream.getReader()
  const leave = () => void reader.cancel().catch(() => {})
  signal.addEventListener('abort', leave)
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      if (value) yield value
    }
  } catch {
    // A log that breaks while it is read: the caller looks at the stored message.
    log.awayUntil = performance.now() + tryAgainMs
  } finally {
    signal.removeEventListener('abort', leave)
    leave()
  }
}
