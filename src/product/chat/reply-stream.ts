/**
 * What a reply looks like on the wire, written by chat-api.server.ts and read in the browser: server-sent
 * events with JSON data.
 *
 *   event: reply   { "messageId": "…", "from": 12 }   which answer this is, and from which character on;
 *                  the answer to whoever asked also has the "questionId" that their words were given
 *   data: "text"                                       the next characters, in order and without a gap
 *   event: end     { "status": "complete" }            how it ended; a stream without it was cut
 *
 * Text is JSON, so that a frame never holds half a character; a reader takes whole frames alone, and
 * where it goes on is the number of characters that it has.
 */
export type ReplyFrame =
  | { event: 'reply'; data: { messageId: string; from: number; questionId?: string } }
  | { event: 'text'; data: string }
  | { event: 'end'; data: { status: EndStatus } }

const endStatuses = ['complete', 'stopped', 'failed', 'interrupted'] as const
export type EndStatus = (typeof endStatuses)[number]

export const frameOf = ({ event, data }: ReplyFrame) =>
  `${event === 'text' ? '' : `event: ${event}\n`}data: ${JSON.stringify(data)}\n\n`

/** The frames of a response. Its end without an `end` frame, or its error, means: connect again. */
export async function* readFrames(
  body: ReadableStream<Uint8Array>,
  onActivity: () => void = () => {},
): AsyncGenerator<ReplyFrame> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let waiting = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      onActivity()
      const frames = (waiting + decoder.decode(value, { stream: true })).split('\n\n')
      waiting = frames.pop() ?? ''
      for (const frame of frames) {
        const [, event = 'text', data] = /^(?:event: (\w+)\n)?data: (.*)$/.exec(frame) ?? []
        const read = data && frameFrom(event, JSON.parse(data))
        if (read) yield read
      }
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

function frameFrom(event: string, data: unknown): ReplyFrame | null {
  if (event === 'text') return typeof data === 'string' ? { event, data } : null
  if (typeof data !== 'object' || data === null) return null
  if (event === 'end' && 'status' in data) {
    const status = endStatuses.find((known) => known === data.status)
    return status ? { event, data: { status } } : null
  }
  if (event !== 'reply' || !('messageId' in data) || !('from' in data)) return null
  const { messageId, from } = data
  const questionId = 'questionId' in data ? data.questionId : undefined
  if (typeof messageId !== 'string' || typeof from !== 'number') return null
  return {
    event,
    data: { messageId, from, ...(typeof questionId === 'string' && { questionId }) },
  }
}
