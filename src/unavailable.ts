/** The servers that the product depends on, by the names that the log uses. */
export type Outside = 'database' | 'storage' | 'stripe' | 'smtp' | 'redis' | 'models'

const retryAfterSeconds = 2

/**
 * A server outside of this process was silent past its deadline, refused, or answered nonsense: no
 * bug and no mistake of the caller, so the same request may work soon. Becomes UNAVAILABLE, a 503 with
 * Retry-After. `outcomeUnknown`: the request may have had its effect, since only the answer is missing.
 */
export class Unavailable extends Error {
  readonly outcomeUnknown: boolean
  readonly retryAfterSeconds: number

  constructor(
    readonly outside: Outside,
    options: { cause?: unknown; outcomeUnknown?: boolean; retryAfterSeconds?: number } = {},
  ) {
    super(`the ${outside} did not answer`, { cause: options.cause })
    this.name = 'Unavailable'
    this.outcomeUnknown = options.outcomeUnknown ?? false
    this.retryAfterSeconds = options.retryAfterSeconds ?? retryAfterSeconds
  }
}

/** The first one among an error and its causes: libraries wrap what their driver throws. */
export function unavailableIn(error: unknown): Unavailable | undefined {
  let cause = error
  for (let depth = 0; depth < 5 && cause instanceof Error; depth++) {
    if (cause instanceof Unavailable) return cause
    cause = cause.cause
  }
  return undefined
}
