import type { CallLog, Endpoint } from '../call-log.ts'
import type { Answer, Conversation } from '../conversation.ts'
import { ApiError } from './api-error.ts'
import type { Fault } from './faults.ts'
import { countTokens, paced, thinkingTime, tokensOf, untilAborted } from './tokens.ts'

export type Exchange = {
  id: string
  endpoint: Endpoint
  model: string
  stream: boolean
  /** Tokens a second; 0 is as fast as possible. */
  rate: number
  maxTokens: number | null
  fault: Fault | null
  signal: AbortSignal
  log: CallLog
}

export type Usage = { input: number; output: number }

/** An endpoint's form of a reply: whole, or as the events of a stream. */
export type Writer = {
  whole: (text: string, usage: Usage, cutOff: boolean) => object
  begin: () => string
  token: (token: string) => string
  end: (text: string, usage: Usage, cutOff: boolean) => string
}

const HEADERS = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' }

/** Sends an answer through a writer, at the exchange's pace, with the exchange's fault, and logs it. */
export async function send(
  exchange: Exchange,
  conversation: Conversation,
  answer: Answer,
  writer: Writer,
): Promise<Response> {
  const { id, endpoint, model, stream, rate, fault, log } = exchange
  const prompt = [
    conversation.instructions,
    ...conversation.turns.map((turn) => `[${turn.role}] ${turn.text}`),
  ].join('\n\n')
  const input = countTokens(prompt)
  log.begin({
    id,
    endpoint,
    model,
    task: answer.task,
    stream,
    inputTokens: input,
    prompt: ending(prompt),
  })

  const full = fault === 'invalid-output' ? 'This is not the JSON that was asked for.' : answer.text
  const all = tokensOf(full)
  const cutOff = exchange.maxTokens !== null && all.length > exchange.maxTokens
  const tokens = cutOff ? all.slice(0, exchange.maxTokens ?? undefined) : all
  const text = cutOff ? tokens.join('') : full
  const usage = { input, output: tokens.length }
  const injected = fault ? `Injected fault: ${fault}` : null
  const finish = (outcome: 'completed' | 'aborted' | 'failed', said: string, status: number) =>
    log.finish(id, {
      outcome,
      status,
      error: injected,
      outputTokens: tokensOf(said).length,
      reply: said,
    })

  if (fault === '500' || fault === '429') {
    finish('failed', '', Number(fault))
    throw fault === '500'
      ? new ApiError(500, 'The server had an error while processing your request.')
      : new ApiError(429, 'Rate limit reached for requests.', 'rate_limit_exceeded')
  }
  if (fault === 'hang') {
    await untilAborted(exchange.signal)
    finish('aborted', '', 0)
    return new Response(null, { status: 499 })
  }
  if (!stream) {
    await thinkingTime(tokens.length, rate, exchange.signal)
    if (exchange.signal.aborted) {
      finish('aborted', '', 0)
      return new Response(null, { status: 499 })
    }
    if (fault === 'malformed' || fault === 'drop-mid-stream') {
      finish('failed', '', 200)
      return new Response('{"id": "broken', { headers: { 'content-type': 'application/json' } })
    }
    finish('completed', text, 200)
    return Response.json(writer.whole(text, usage, cutOff))
  }

  const left = new AbortController()
  const signal = AbortSignal.any([exchange.signal, left.signal])
  let said = ''
  signal.addEventListener('abort', () => finish('aborted', said, 200))
  async function* events(): AsyncGenerator<string> {
    yield writer.begin()
    const middle = Math.floor(tokens.length / 2)
    let index = 0
    for await (const token of paced(tokens, rate, signal)) {
      if (index++ === middle && fault === 'drop-mid-stream') {
        // The bytes must have left before the connection breaks, or the client sees no answer at all.
        await Bun.sleep(50)
        throw new Error('dropped on purpose')
      }
      if (index === middle && fault === 'malformed') yield 'data: {"broken\n\n'
      said += token
      yield writer.token(token)
    }
    if (!signal.aborted) yield writer.end(text, usage, cutOff)
  }
  const source = events()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const next = await source.next()
        if (!next.done) return controller.enqueue(encoder.encode(next.value))
        finish(fault === 'malformed' ? 'failed' : 'completed', said, 200)
        controller.close()
      } catch (error) {
        finish('failed', said, 200)
        // Without a reason Bun resets the connection silently, which is what a crash looks like.
        controller.error(fault === 'drop-mid-stream' ? undefined : error)
      }
    },
    cancel: () => left.abort(),
  })
  return new Response(body, { headers: HEADERS })
}

/** The last part of a prompt holds what is being asked; long data stands before it. */
function ending(prompt: string): string {
  return prompt.length <= 4_000 ? prompt : `${prompt.slice(0, 1_990)}\n…\n${prompt.slice(-1_990)}`
}

export const sse = (data: object, event?: string) =>
  `${event ? `event: ${event}\n` : ''}data: ${JSON.stringify(data)}\n\n`
