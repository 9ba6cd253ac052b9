/** Why an answer ended before its end. */
export type StopReason = 'stopped' | 'interrupted'

type RunningReply = {
  stop(reason: StopReason): void
  /** Resolves when the last word and the status are saved; never rejects. */
  ended: Promise<void>
}

declare global {
  var appRunningReplies: Map<string, RunningReply> | undefined
}

/** The answers that this process is producing, by reply id. */
export const runningReplies = (): Map<string, RunningReply> =>
  (globalThis.appRunningReplies ??= new Map())

/** "<message>.<attempt>": an answer that is continued is the same message, but another log. */
export const newReplyId = (messageId: string) => `${messageId}.${crypto.randomUUID().slice(0, 8)}`
export const messageOfReply = (replyId: string) => replyId.slice(0, replyId.indexOf('.'))

declare global {
  var appChatIsClosing: boolean | undefined
  var appBeginningReplies: Set<Promise<unknown>> | undefined
}

/** Set before the process ends: nothing new is taken any more. */
export const isClosing = () => globalThis.appChatIsClosing === true

const beginning = () => (globalThis.appBeginningReplies ??= new Set())

/** A question that was taken before the end is also answered, or handed over. */
export function whileBeginning<T>(work: Promise<T>): Promise<T> {
  const settled = work.then(
    () => {},
    () => {},
  )
  beginning().add(settled)
  void settled.finally(() => beginning().delete(settled))
  return work
}

/**
 * The answers in progress may finish for `timeoutMs`; what is left then is saved as interrupted, to
 * be continued elsewhere. Resolves when nothing is being written any more.
 */
export async function stopReplies(timeoutMs: number): Promise<void> {
  const ended = async () => {
    await Promise.all(beginning())
    await Promise.all([...runningReplies().values()].map((reply) => reply.ended))
  }
  await Promise.race([ended(), Bun.sleep(timeoutMs)])
  await Promise.all(beginning())
  for (const reply of runningReplies().values()) reply.stop('interrupted')
  await ended()
}
