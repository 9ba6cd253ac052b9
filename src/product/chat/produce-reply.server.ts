import { and, eq, sql } from 'drizzle-orm'
import { asSystem } from '#/db/access.server.ts'
import { chat, chatMessage } from './tables.ts'
import { log } from '#/observability/log.server.ts'
import type { Asker } from './asker.server.ts'
import { type ChargedQuestion, giveBackQuestion } from './allowance.server.ts'
import type { MessageStatus } from './contract.ts'
import { maxAnswerLength } from './limits.ts'
import { replyLog } from './reply-log.server.ts'
import { runningReplies, type StopReason } from './running-replies.server.ts'
import { saveAsItGrows } from './save-replies.server.ts'
import { type AnswerOptions, type Prompt, streamAnswer } from './stream-answer.server.ts'

export type Reply = {
  asker: Asker
  chatId: string
  messageId: string
  replyId: string
  prompt: Prompt
  /** What the message says already, when an answer is continued. */
  prefix: string
  charged: ChargedQuestion
}

/**
 * Produces an answer to its end, whoever reads it and whoever leaves: into the log as it comes, into
 * its message every second, and its status when it ends. Resolves once it can be read. It writes as
 * the system: nobody else may say what an assistant said, and a visitor may become a person meanwhile.
 */
export async function startReply(
  reply: Reply,
  options: Omit<AnswerOptions, 'signal'> = {},
): Promise<void> {
  const abort = new AbortController()
  const live = liveText()
  const ended = produce(reply, live, abort, options)
    .catch((error: unknown) => log.error({ err: error, reply: reply.replyId }, 'reply not saved'))
    .finally(() => {
      live.end()
      runningReplies().delete(reply.replyId)
    })
  runningReplies().set(reply.replyId, { stop: (reason) => abort.abort(reason), ended })
  try {
    const stream = await (await replyLog()).createNewResumableStream(reply.replyId, () => live.text)
    await stream?.cancel()
  } catch (error) {
    // Readers follow the saved text instead: a second behind, but nothing is lost.
    log.warn({ reply: reply.replyId, error: String(error) }, 'no log for this reply')
  }
}

async function produce(
  reply: Reply,
  live: ReturnType<typeof liveText>,
  abort: AbortController,
  options: Omit<AnswerOptions, 'signal'>,
): Promise<void> {
  let text = reply.prefix
  live.say(text)
  const stopSaving = saveAsItGrows({
    ...reply,
    text: () => text,
    lost: () => abort.abort('stopped' satisfies StopReason),
  })
  let status: MessageStatus
  try {
    const { organizationId } = reply.charged
    const actor = { ...reply.asker, organizationId }
    const answer = streamAnswer(actor, reply.prompt, {
      ...options,
      continues: reply.prefix !== '',
      signal: abort.signal,
    })
    for await (const words of wholeCharacters(answer)) {
      text += words
      live.say(words)
      if (text.length >= maxAnswerLength) break
    }
    status = 'complete'
  } catch (error) {
    if (abort.signal.aborted)
      status = abort.signal.reason === 'interrupted' ? 'interrupted' : 'stopped'
    else {
      status = 'failed'
      log.warn({ reply: reply.replyId, error: String(error) }, 'a reply failed')
    }
  }
  stopSaving()
  if (status === 'failed' || status === 'interrupted') await giveBackQuestion(reply.charged)
  await finish(reply, text, status)
}

/** Before the log is closed, because readers look here for how it ended. */
async function finish(reply: Reply, content: string, status: MessageStatus): Promise<void> {
  const { chatId, messageId, replyId } = reply
  for (let attempt = 1; ; attempt++) {
    try {
      return await asSystem('chat: save how an answer ended', async (tx) => {
        // The conversation before its messages, as everywhere, so that nobody waits for one another.
        await tx
          .update(chat)
          .set({ activeReplyId: null, updatedAt: sql`now()` })
          .where(and(eq(chat.id, chatId), eq(chat.activeReplyId, replyId)))
        await tx
          .update(chatMessage)
          .set({ content, status, updatedAt: sql`now()` })
          .where(and(eq(chatMessage.id, messageId), eq(chatMessage.status, 'writing')))
      })
    } catch (error) {
      if (attempt === 3) throw error
      await Bun.sleep(500 * attempt)
    }
  }
}

/** The source of the log. It never fails, and nobody who reads it holds the producer up. */
function liveText() {
  let controller: ReadableStreamDefaultController<string> | null = null
  const text = new ReadableStream<string>({
    start: (given) => void (controller = given),
    cancel: () => void (controller = null),
  })
  return {
    text,
    say: (words: string) => {
      if (words) controller?.enqueue(words)
    },
    end: () => {
      controller?.close()
      controller = null
    },
  }
}

/**
 * A provider may cut an emoji into its two UTF-16 halves; a half cannot be stored, so it waits for
 * the other one. Postgres does not store NUL.
 */
export async function* wholeCharacters(source: AsyncIterable<string>): AsyncGenerator<string> {
  let half = ''
  for await (const part of source) {
    const text = half + part
    half = /[\uD800-\uDBFF]$/.test(text) ? text.slice(-1) : ''
    const whole = text
      .slice(0, text.length - half.length)
      .replaceAll('\0', '')
      .toWellFormed()
    if (whole) yield whole
  }
}
