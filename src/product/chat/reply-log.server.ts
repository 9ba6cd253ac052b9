import type { ResumableStreamContext } from 'resumable-stream/generic'
import { redis } from '#/adapters/redis.server.ts'
import { inProcessReplyLog } from './in-process-reply-log.server.ts'
import { redisReplyLog } from './redis-reply-log.server.ts'

/**
 * Where the text of a reply goes while it is produced, and where everybody reads it from: the context
 * of `resumable-stream`, narrowed. It carries characters alone (UTF-16 units, as JavaScript counts
 * them); how a reply ended stands in the database, which is written before the log is closed.
 *
 * - `createNewResumableStream(id, makeStream)` starts the source and pumps it to its end, whether
 *   anybody reads or not. A source that throws ends the stream; it never reaches the process.
 * - `resumeExistingStream(id, skip)` is every character from `skip` on: undefined when the id is not
 *   known, null when the reply is whole.
 * - `hasExistingStream(id)` is true while it is written, 'DONE' when its writer finished or died.
 */
export type ReplyLog = Pick<
  ResumableStreamContext,
  'createNewResumableStream' | 'resumeExistingStream' | 'hasExistingStream'
>

declare global {
  var appReplyLog: Promise<ReplyLog> | undefined
}

async function openReplyLog(): Promise<ReplyLog> {
  const connections = await redis()
  return connections ? redisReplyLog(connections) : inProcessReplyLog()
}

/** In this process alone, or in Redis when REDIS_URL is set, so that any server can go on reading. */
export const replyLog = (): Promise<ReplyLog> =>
  (globalThis.appReplyLog ??= openReplyLog().catch((error: unknown) => {
    // The next one tries again.
    globalThis.appReplyLog = undefined
    throw error
  }))
