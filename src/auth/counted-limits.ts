import { AsyncLocalStorage } from 'node:async_hooks'

export type CountedLimit = {
  policy: string
  max: number
  windowSeconds: number
  remaining: number
  resetSeconds: number
  allowed: boolean
}

const counted = new AsyncLocalStorage<CountedLimit[]>()

/** Remembers that a limit counted, for the headers of the answer that is on its way. */
export const noteLimit = (limit: CountedLimit) => counted.getStore()?.push(limit)

/**
 * Says in the answer which limits counted, in the fields of draft-ietf-httpapi-ratelimit-headers, and
 * with 429 when to try again.
 */
export async function withLimitHeaders(answer: () => Promise<Response>): Promise<Response> {
  const limits: CountedLimit[] = []
  const response = await counted.run(limits, answer)
  const { headers, status } = response
  const fields = (value: (limit: CountedLimit) => string) =>
    limits.map((limit) => `"${limit.policy}";${value(limit)}`).join(', ')
  if (limits.length > 0) {
    headers.set(
      'ratelimit-policy',
      fields(({ max, windowSeconds }) => `q=${max};w=${windowSeconds}`),
    )
    headers.set(
      'ratelimit',
      fields(({ remaining, resetSeconds }) => `r=${remaining};t=${resetSeconds}`),
    )
  }
  if (status === 429 && !headers.has('retry-after')) {
    const refused = limits.find(({ allowed }) => !allowed)
    // The auth engine's own name for it.
    const seconds = headers.get('x-retry-after') ?? String(refused?.resetSeconds ?? '')
    if (seconds) headers.set('retry-after', seconds)
  }
  return response
}
