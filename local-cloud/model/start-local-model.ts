import { timingSafeEqual } from 'node:crypto'
import { answer } from './answer.ts'
import { CallLog, type Endpoint, type ModelCall } from './call-log.ts'
import type { AnswerRule, Conversation } from './conversation.ts'
import { ApiError } from './protocol/api-error.ts'
import { chatConversation, chatRequest, chatWriter } from './protocol/chat-completions.ts'
import { embeddingInputs, embeddingsReply, embeddingsRequest } from './protocol/embeddings.ts'
import { send, type Exchange, type Writer } from './protocol/exchange.ts'
import { FAULTS, FaultQueue, isFault, type Fault } from './protocol/faults.ts'
import { MAX_BODY_BYTES, readBody } from './protocol/read-body.ts'
import { responsesConversation, responsesRequest, responsesWriter } from './protocol/responses.ts'

export type { ModelCall } from './call-log.ts'
export type { Fault } from './protocol/faults.ts'

export const CHAT_MODEL = 'local-rules'
export const EMBEDDING_MODEL = 'local-embed'

interface LocalModelOptions {
  /** 0 takes a free one. */
  port: number
  dataDir: string
  apiKey: string
  /** The rate at which replies stream; 0 is as fast as possible. A request overrides it with the header
   * `x-local-tokens-per-second`. */
  tokensPerSecond: number
  /** The app's answers, asked in this order before the general ones. */
  answers?: readonly AnswerRule[]
}

export interface LocalModel {
  name: 'Model'
  /** Without `/v1`. */
  url: string
  port: number
  stop(): Promise<void>
  tokensPerSecond: number
  /** Newest first, 50 unless said otherwise. */
  calls(query?: { limit?: number }): ModelCall[]
  call(id: string): ModelCall | null
  count(): number
  clear(): void
  /** The next calls fail in this way, one call unless said otherwise. */
  failNext(fault: Fault, count?: number): void
  pendingFaults(): readonly Fault[]
  clearFaults(): void
}

/** An OpenAI-compatible server on 127.0.0.1 that answers by rules. Rejects with an Error that names
 * the port and LOCAL_MODEL_PORT when the port is taken. */
export async function startLocalModel(options: LocalModelOptions): Promise<LocalModel> {
  const log = new CallLog(options.dataDir)
  const faults = new FaultQueue()
  const { tokensPerSecond, apiKey, answers = [] } = options
  const state: State = { tokensPerSecond, apiKey, answers, log, faults }
  let server: Bun.Server<undefined>
  try {
    server = Bun.serve({
      hostname: '127.0.0.1',
      port: options.port,
      // A slow reply is the point of a low token rate.
      idleTimeout: 0,
      // Twice what is accepted, so that a body slightly too large gets a sentence, not a bare 413.
      maxRequestBodySize: MAX_BODY_BYTES * 2,
      fetch: (request) => handle(request, state),
      // Only streams that were dropped on purpose come here; handle() answers everything else.
      error: () => new ApiError(500, 'The stream broke.').toResponse(),
    })
  } catch (error) {
    log.close()
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      throw new Error(
        `Port ${options.port} is taken, so the local model cannot listen on it. Set LOCAL_MODEL_PORT to a free port.`,
        { cause: error },
      )
    throw error
  }
  const port = server.port ?? options.port

  return {
    name: 'Model',
    url: `http://127.0.0.1:${port}`,
    port,
    async stop() {
      await server.stop(true)
      log.close()
    },
    get tokensPerSecond() {
      return state.tokensPerSecond
    },
    set tokensPerSecond(rate) {
      if (!Number.isFinite(rate) || rate < 0)
        throw new RangeError('Tokens per second must be 0 or more.')
      state.tokensPerSecond = rate
    },
    calls: (query) => log.calls(query?.limit ?? 50),
    call: (id) => log.call(id),
    count: () => log.count(),
    clear: () => log.clear(),
    failNext: (fault, count = 1) => faults.add(fault, count),
    pendingFaults: () => faults.pending,
    clearFaults: () => faults.clear(),
  }
}

type State = {
  tokensPerSecond: number
  apiKey: string
  answers: readonly AnswerRule[]
  log: CallLog
  faults: FaultQueue
}

const MODELS = [CHAT_MODEL, EMBEDDING_MODEL].map((id) => ({
  id,
  object: 'model',
  created: 1_767_225_600,
  owned_by: 'local',
}))

async function handle(request: Request, state: State): Promise<Response> {
  try {
    const { pathname } = new URL(request.url)
    if (pathname === '/')
      return new Response('Local model: rules, not a language model. See /v1/models.\n')
    checkKey(request, state.apiKey)
    const route = `${request.method} ${pathname}`
    if (route === 'GET /v1/models') return Response.json({ object: 'list', data: MODELS })
    if (request.method === 'GET' && pathname.startsWith('/v1/models/')) {
      const id = decodeURIComponent(pathname.slice('/v1/models/'.length))
      return Response.json(MODELS.find((model) => model.id === id) ?? unknownModel(id))
    }
    if (route === 'POST /v1/chat/completions') {
      const body = await readBody(request, chatRequest)
      checkModel(body.model, CHAT_MODEL)
      const maxTokens = body.max_completion_tokens ?? body.max_tokens ?? null
      const exchange = exchangeOf(request, state, 'chat.completions', body, maxTokens)
      return await reply(exchange, chatConversation(body), state, chatWriter(exchange.id, body))
    }
    if (route === 'POST /v1/responses') {
      const body = await readBody(request, responsesRequest)
      checkModel(body.model, CHAT_MODEL)
      const exchange = exchangeOf(request, state, 'responses', body, body.max_output_tokens ?? null)
      const conversation = responsesConversation(body, (id) => state.log.call(id)?.reply ?? '')
      return await reply(exchange, conversation, state, responsesWriter(exchange.id, body))
    }
    if (route === 'POST /v1/embeddings') {
      const body = await readBody(request, embeddingsRequest)
      checkModel(body.model, EMBEDDING_MODEL)
      const inputs = embeddingInputs(body)
      const exchange = exchangeOf(
        request,
        { ...state, tokensPerSecond: 0 },
        'embeddings',
        body,
        null,
      )
      const conversation = {
        instructions: '',
        turns: inputs.map((text) => ({ role: 'user' as const, text })),
        schema: null,
      }
      const writer = {
        whole: () => embeddingsReply(body, inputs),
        begin: String,
        token: String,
        end: String,
      }
      return await send(exchange, conversation, { task: 'Embedding', text: '' }, writer)
    }
    throw new ApiError(404, `Unknown request URL: ${route}.`, 'unknown_url')
  } catch (error) {
    if (error instanceof ApiError) return error.toResponse()
    console.error('The local model failed:', error)
    return new ApiError(500, 'The local model failed; its console output says why.').toResponse()
  }
}

const reply = (
  exchange: Exchange,
  conversation: Conversation,
  { answers }: State,
  writer: Writer,
) => send(exchange, conversation, answer(conversation, answers, new Date()), writer)

function exchangeOf(
  request: Request,
  state: State,
  endpoint: Endpoint,
  body: { model: string; stream?: unknown },
  maxTokens: number | null,
): Exchange {
  const wanted = request.headers.get('x-local-fault')
  if (wanted !== null && !isFault(wanted))
    throw new ApiError(400, `x-local-fault must be one of ${FAULTS.join(', ')}.`, 'invalid_value')
  const rate = Number(request.headers.get('x-local-tokens-per-second') ?? state.tokensPerSecond)
  return {
    id: Bun.randomUUIDv7('hex').replaceAll('-', ''),
    endpoint,
    model: body.model,
    stream: body.stream === true,
    rate: Number.isFinite(rate) && rate >= 0 ? rate : state.tokensPerSecond,
    maxTokens,
    fault: wanted ?? state.faults.take(),
    signal: request.signal,
    log: state.log,
  }
}

function checkKey(request: Request, apiKey: string): void {
  const given = Buffer.from(request.headers.get('authorization')?.replace(/^Bearer\s+/i, '') ?? '')
  const expected = Buffer.from(apiKey)
  if (given.length === 0)
    throw new ApiError(401, "You didn't provide an API key.", 'invalid_api_key')
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw new ApiError(401, 'Incorrect API key provided.', 'invalid_api_key')
}

function checkModel(model: string, expected: string): void {
  if (model !== expected) unknownModel(model)
}

function unknownModel(model: string): never {
  throw new ApiError(
    404,
    `The model '${model}' does not exist here. The local model offers ${CHAT_MODEL} and ${EMBEDDING_MODEL}.`,
    'model_not_found',
    'model',
  )
}
