/** Pieces of about four characters that join to the same text; what a stream sends one by one. */
export function tokensOf(text: string): string[] {
  return text.match(/\s*\S{1,5}|\s+$/gu) ?? []
}

export function countTokens(text: string): number {
  return Math.ceil(text.length / 4)
}

function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    signal.addEventListener('abort', done)
  })
}

/** The tokens at `rate` a second (0: as fast as they are read); stops at once when aborted. */
export async function* paced(
  tokens: readonly string[],
  rate: number,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const start = performance.now()
  for (const [index, token] of tokens.entries()) {
    if (rate > 0) {
      const wait = start + ((index + 1) * 1000) / rate - performance.now()
      if (wait >= 1) await sleep(wait, signal)
    }
    if (signal.aborted) return
    yield token
  }
}

/** The delay of an answer that comes in one piece: enough to see a spinner, at most 1.5 s. */
export async function thinkingTime(
  tokens: number,
  rate: number,
  signal: AbortSignal,
): Promise<void> {
  if (rate > 0) await sleep(Math.min((tokens * 1000) / rate, 1500), signal)
}

export function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
}
