import { createHmac } from 'node:crypto'
import type { Delivery, DeliveryAttempt, WebhookLog } from './webhook-log.ts'

interface SenderOptions {
  log: WebhookLog
  url: string
  secret: string
  attemptTimeoutMs: number
}

const maxConcurrent = 4
const excerptBytes = 1_000

/** `t=<Unix seconds>,v1=<HMAC-SHA256>`. Source: https://docs.stripe.com/webhooks/signature */
export function signatureHeader(payload: string, secret: string, timestamp: number): string {
  const signature = createHmac('sha256', secret).update(`${timestamp}.${payload}`).digest('hex')
  return `t=${timestamp},v1=${signature}`
}

/** Sends what is due in the log, a few at a time, and sleeps until something is. */
export class WebhookSender {
  readonly #options: SenderOptions
  readonly #sending = new Map<string, Promise<Delivery>>()
  readonly #stopping = new AbortController()
  #timer: Timer | undefined

  constructor(options: SenderOptions) {
    this.#options = options
  }

  /** To be called after each commit that may have added deliveries. */
  wake(): void {
    if (this.#stopping.signal.aborted) return
    clearTimeout(this.#timer)
    const { log } = this.#options
    const free = maxConcurrent - this.#sending.size
    if (free > 0) {
      for (const delivery of log.due(Date.now(), free, [...this.#sending.keys()])) {
        void this.#send(delivery)
      }
    }
    if (this.#sending.size >= maxConcurrent) return
    const next = log.nextDueAt([...this.#sending.keys()])
    if (next === undefined) return
    // Deliveries that are due but wait for an earlier one are looked at again when an attempt ends.
    const heldBack = next <= Date.now() && this.#sending.size > 0
    if (!heldBack) this.#timer = setTimeout(() => this.wake(), Math.max(next - Date.now(), 1))
  }

  /** Makes one attempt now, in any state; resolves when it is over. */
  async resend(delivery: Delivery): Promise<Delivery> {
    return (await this.#sending.get(delivery.id)) ?? this.#send(delivery)
  }

  /** Attempts in flight are broken off and, not being in the log, made again after the next start. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer)
    this.#stopping.abort()
    await Promise.all(this.#sending.values())
  }

  #send(delivery: Delivery): Promise<Delivery> {
    const sending = this.#attempt(delivery).then((attempt) => {
      this.#sending.delete(delivery.id)
      if (this.#stopping.signal.aborted) return delivery
      const recorded = this.#options.log.recordAttempt(delivery, attempt)
      this.wake()
      return recorded
    })
    this.#sending.set(delivery.id, sending)
    return sending
  }

  async #attempt(delivery: Delivery): Promise<DeliveryAttempt> {
    const { log, url, secret, attemptTimeoutMs } = this.#options
    const at = Date.now()
    const payload = log.payload(delivery.eventId) ?? ''
    try {
      const response = await fetch(url, {
        method: 'POST',
        body: payload,
        redirect: 'manual',
        signal: AbortSignal.any([this.#stopping.signal, AbortSignal.timeout(attemptTimeoutMs)]),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'stripe-signature': signatureHeader(payload, secret, Math.floor(at / 1_000)),
          'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
        },
      })
      const excerpt = await beginningOf(response)
      return { at, durationMs: Date.now() - at, status: response.status, excerpt }
    } catch (error) {
      return {
        at,
        durationMs: Date.now() - at,
        status: null,
        excerpt: reason(error, attemptTimeoutMs),
      }
    }
  }
}

async function beginningOf(response: Response): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true })
    if (text.length >= excerptBytes) break
  }
  return text.slice(0, excerptBytes)
}

function reason(error: unknown, attemptTimeoutMs: number): string {
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return `No answer within ${attemptTimeoutMs / 1_000} s.`
  }
  return error instanceof Error ? error.message.slice(0, excerptBytes) : 'The request failed.'
}
