import type { ChainableCommander, Redis } from 'ioredis'

/**
 * How long to wait, in milliseconds, so that one message carries the news of several: nothing for a
 * few logs, three for hundreds.
 */
export const gatherMs = (logs: number) => (logs > 20 ? Math.min(3, 1 + logs / 250) : 0)

/**
 * Sends what many writers say at nearly the same time in one message: a message for each word of
 * hundreds of answers would spend most of the processor on talking to the kernel.
 */
export function gathering(commands: Redis, writers: () => number) {
  let open: {
    batch: ChainableCommander
    answers: Promise<[Error | null, unknown][] | null>
  } | null = null

  function openBatch() {
    const batch = commands.pipeline()
    const wait = gatherMs(writers())
    const sent = wait > 0 ? Bun.sleep(wait) : Promise.resolve()
    const answers = sent.then(() => {
      open = null
      return batch.exec()
    })
    return { batch, answers }
  }

  /** Adds one command; resolves with its answer. */
  return async (add: (batch: ChainableCommander) => unknown): Promise<unknown> => {
    open ??= openBatch()
    const { batch, answers } = open
    const place = batch.length
    add(batch)
    const [failure, answer] = (await answers)?.[place] ?? [new Error('not sent')]
    if (failure) throw failure
    return answer
  }
}
