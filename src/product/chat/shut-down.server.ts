import { leaveStreams, whenStreamsEnd } from './open-streams.server.ts'
import { stopReplies } from './running-replies.server.ts'

const lastWordsMs = 500

/**
 * Before the process ends: new questions and readers are sent to another server, the answers in
 * progress may finish for `timeoutMs`, what is left is handed over as interrupted, and readers who
 * have not read the end by then connect elsewhere.
 */
export async function shutDownChat(timeoutMs: number): Promise<void> {
  globalThis.appChatIsClosing = true
  await stopReplies(timeoutMs)
  await Promise.race([whenStreamsEnd(), Bun.sleep(lastWordsMs)])
  leaveStreams()
}
