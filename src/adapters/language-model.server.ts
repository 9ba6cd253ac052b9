import type { LanguageModel } from 'ai'
import type { z } from 'zod'
import { type Actor, asSystem } from '#/db/access.server.ts'
import { modelCall } from '#/db/schema/model-calls.ts'
import { env } from '#/env.server.ts'
import { log } from '#/observability/log.server.ts'
import { costMicrosOf } from './model-prices.ts'

type ProviderName = (typeof env.MODEL_PROVIDERS)[number]
export type AvailableModel = {
  provider: ProviderName
  /** As the provider calls it, and as it stands in the ledger. */
  id: string
  model: Exclude<LanguageModel, string>
}

/** Each loads its library only when it has a key: a quarter of the server's start is saved. */
const providers: Record<ProviderName, () => Promise<AvailableModel | null>> = {
  async openai() {
    if (!env.OPENAI_API_KEY) return null
    const { createOpenAI } = await import('@ai-sdk/openai')
    const openai = createOpenAI({ apiKey: env.OPENAI_API_KEY, baseURL: env.OPENAI_BASE_URL })
    const id = env.OPENAI_MODEL
    // What imitates OpenAI speaks chat completions; OpenAI itself prefers its responses.
    return { provider: 'openai', id, model: env.OPENAI_BASE_URL ? openai.chat(id) : openai(id) }
  },
  async anthropic() {
    if (!env.ANTHROPIC_API_KEY) return null
    const { createAnthropic } = await import('@ai-sdk/anthropic')
    const id = env.ANTHROPIC_MODEL
    const anthropic = createAnthropic({ apiKey: env.ANTHROPIC_API_KEY })
    return { provider: 'anthropic', id, model: anthropic(id) }
  },
  async google() {
    if (!env.GOOGLE_GENERATIVE_AI_API_KEY) return null
    const { createGoogle } = await import('@ai-sdk/google')
    const id = env.GOOGLE_MODEL
    const google = createGoogle({ apiKey: env.GOOGLE_GENERATIVE_AI_API_KEY })
    return { provider: 'google', id, model: google(id) }
  },
}

let available: Promise<AvailableModel[]> | undefined

/** The models for which there is a key, in the order of MODEL_PROVIDERS; at least one. */
export const languageModels = (): Promise<AvailableModel[]> =>
  (available ??= Promise.all(env.MODEL_PROVIDERS.map((name) => providers[name]())).then((models) =>
    models.filter((model) => model !== null),
  ))

/** Nobody answered; `cause` is what the last provider said. */
export class NoModelAnswered extends Error {
  constructor(cause: unknown) {
    super('no language model answered', { cause })
    this.name = 'NoModelAnswered'
  }
}

/**
 * Calls one model after the other until one answers. `call` throws when its model failed: the
 * provider is down, took too long, or its answer is unusable. A caller that gave up (`signal`) is
 * not served by the next one: the reason of the abort is thrown. Throws NoModelAnswered.
 */
export async function eachModel<T>(
  call: (available: AvailableModel) => Promise<T>,
  { signal, models }: { signal?: AbortSignal; models?: AvailableModel[] } = {},
): Promise<T> {
  let last: unknown = new Error('MODEL_PROVIDERS names no provider that has a key')
  for (const model of models ?? (await languageModels())) {
    signal?.throwIfAborted()
    try {
      return await call(model)
    } catch (error) {
      signal?.throwIfAborted()
      last = error
      const { provider, id } = model
      log.warn({ provider, model: id, error: String(error) }, 'a model failed; trying the next one')
    }
  }
  throw new NoModelAnswered(last)
}

type Usage = { inputTokens: number | undefined; outputTokens: number | undefined }
export type ModelCall = {
  actor: Actor
  purpose: (typeof modelCall.$inferInsert)['purpose']
  model: Pick<AvailableModel, 'provider' | 'id'>
  usage?: Usage
  /** From performance.now(). */
  startedAt: number
  outcome: (typeof modelCall.$inferInsert)['outcome']
}

/**
 * Adds a line to the ledger, after the call has ended. It is in a transaction of its own, and its
 * failure is only logged: nobody loses an answer because the books are closed.
 */
export async function recordModelCall(call: ModelCall): Promise<void> {
  const { actor, purpose, model, outcome } = call
  const inputTokens = call.usage?.inputTokens ?? 0
  const outputTokens = call.usage?.outputTokens ?? 0
  const row = {
    userId: actor.userId,
    purpose,
    provider: model.provider,
    model: model.id,
    inputTokens,
    outputTokens,
    costMicros: costMicrosOf(model.id, inputTokens, outputTokens),
    durationMs: Math.round(performance.now() - call.startedAt),
    outcome,
  }
  const insert = asSystem('ledger of a model call', (tx) => tx.insert(modelCall).values(row))
  await insert.catch((error: unknown) => log.error({ err: error, row }, 'model call not recorded'))
}

type Question<T> = {
  actor: Actor
  purpose: ModelCall['purpose']
  instructions: string
  prompt: string
  schema: z.ZodType<T>
  /** How long one provider may take. */
  timeoutMs?: number
  signal?: AbortSignal
  /** Other than those of the environment, for tests. */
  models?: AvailableModel[]
}

/** An answer that fits the schema, from the first provider that gives one. Throws NoModelAnswered. */
export async function askForObject<T>(
  question: Question<T>,
): Promise<{ object: T; model: string }> {
  const { generateText, NoObjectGeneratedError, Output } = await import('ai')
  const { actor, purpose, instructions, prompt, schema, timeoutMs = 60_000, signal } = question
  return eachModel(async (available) => {
    const startedAt = performance.now()
    const call = { actor, purpose, model: available, startedAt }
    try {
      const { output, usage } = await generateText({
        model: available.model,
        instructions,
        prompt,
        output: Output.object({ schema }),
        maxRetries: 1,
        timeout: timeoutMs,
        abortSignal: signal,
      })
      await recordModelCall({ ...call, usage, outcome: 'done' })
      return { object: output, model: available.id }
    } catch (error) {
      const usage = NoObjectGeneratedError.isInstance(error) ? error.usage : undefined
      const outcome = signal?.aborted ? 'stopped' : 'failed'
      await recordModelCall({ ...call, usage, outcome })
      throw error
    }
  }, question)
}
