import type { ChainableCommander, Redis } from 'ioredis'

const gatherMs = 2

/**
 * Sends what many writers say within two milliseconds in one message: a message for each word of
 * hundreds of answers would spend most of the processor on talking to the kernel. With few writers
 * nothing waits.
 */
export function gathering(commands: Redis, isBusy: () => boolean) {
  let open: {
    batch: ChainableCommander
    answers: Promise<[Error | null, unknown][] | null>
  } | null = null

  function openBatch() {
    const batch = commands.pipeline()
    const sent = isBusy() ? Bun.sleep(gatherMs) : Promise.resolve()
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
