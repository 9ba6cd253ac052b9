import type { Failure } from './circuit-breaker.ts'

/** A provider was silent, or wrote on and on. */
export class ModelTooSlow extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'ModelTooSlow'
  }
}

/** The provider works, but this answer is of no use: empty, or not of the shape that was asked for. */
export class UselessAnswer extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UselessAnswer'
  }
}

/** What a failed call says about its provider. */
export async function failureOf(error: unknown): Promise<Failure> {
  const { APICallError, NoObjectGeneratedError, NoOutputGeneratedError } = await import('ai')
  if (error instanceof UselessAnswer) return { kind: 'ours' }
  if (NoObjectGeneratedError.isInstance(error) || NoOutputGeneratedError.isInstance(error)) {
    return { kind: 'ours' }
  }
  const isLate = error instanceof Error && error.name === 'TimeoutError'
  if (error instanceof ModelTooSlow || isLate) return { kind: 'slow' }
  if (!APICallError.isInstance(error)) return { kind: 'down' }
  switch (error.statusCode) {
    case 401:
    case 402:
    case 403:
      return { kind: 'locked' }
    case 429:
      return { kind: 'busy', retryAfterMs: retryAfterOf(error.responseHeaders) }
    case 400:
    case 413:
    case 422:
      return { kind: 'ours' }
    case 503:
      return { kind: 'down', retryAfterMs: retryAfterOf(error.responseHeaders) }
    default:
      return { kind: 'down' }
  }
}

/** Refused before any work was done, so that nothing is paid for. */
export async function wasRefused(error: unknown): Promise<boolean> {
  const { APICallError } = await import('ai')
  if (!APICallError.isInstance(error)) return false
  return error.statusCode === undefined || error.statusCode >= 400
}

/** Milliseconds; seconds or a date in the header, or OpenAI's own one. */
export function retryAfterOf(headers: Record<string, string> = {}): number | undefined {
  const exact = Number(headers['retry-after-ms'] || NaN)
  if (Number.isFinite(exact)) return Math.max(0, exact)
  const given = headers['retry-after']
  if (!given) return undefined
  const seconds = Number(given)
  const ms = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(given) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined
}
