/** What may wait for one append, and how much the append that follows may carry. */
const maxWaiting = 64 * 1024
const maxBatch = 16 * 1024

/** A source that cannot even be opened is an empty one. */
export function readerOf(
  makeStream: () => ReadableStream<string>,
): ReadableStreamDefaultReader<string> {
  try {
    return makeStream().getReader()
  } catch {
    return new ReadableStream<string>({ start: (controller) => controller.close() }).getReader()
  }
}

/**
 * What a source says, as fast as it can be written: what came while the last append was under way
 * goes into the next one. A source that is far ahead waits. Its error is an end: how a reply ended
 * stands in the database.
 */
export async function* batches(
  source: ReadableStreamDefaultReader<string>,
): AsyncGenerator<string> {
  let waiting = ''
  let ended = false
  let wake = () => {}
  let drained = () => {}
  const pump = async () => {
    try {
      for (;;) {
        const { done, value } = await source.read()
        if (done) return
        waiting += value
        wake()
        if (waiting.length > maxWaiting) await new Promise<void>((resolve) => (drained = resolve))
      }
    } catch {
      // See above.
    } finally {
      ended = true
      wake()
    }
  }
  void pump()
  for (;;) {
    if (waiting) {
      const text = waiting.slice(0, wholeBatch(waiting))
      waiting = waiting.slice(text.length)
      if (waiting.length <= maxWaiting) drained()
      yield text
    } else if (ended) return
    else await new Promise<void>((resolve) => (wake = resolve))
  }
}

/** Redis stores UTF-8, so the halves of an emoji must not go into two entries. */
function wholeBatch(text: string): number {
  if (text.length <= maxBatch) return text.length
  return /[\uD800-\uDBFF]/.test(text.charAt(maxBatch - 1)) ? maxBatch - 1 : maxBatch
}
