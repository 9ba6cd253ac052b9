import type { LanguageModel } from 'ai'
import type { z } from 'zod'
import { outsideTransaction } from '#/db/open-transaction.server.ts'
import { env } from '#/env.server.ts'
import { log } from '#/observability/log.server.ts'
import { type CircuitBreaker, circuitBreaker } from './circuit-breaker.ts'
import { askInTurn, type Attempt } from './language-model-turns.server.ts'
import { type Account, type Tokens, tokensIn } from './language-model-ledger.server.ts'
import { wasRefused } from './language-model-failure.ts'

type ProviderName = (typeof env.MODEL_PROVIDERS)[number]
export type AvailableModel = {
  provider: ProviderName
  /** As the provider calls it, and as it stands in the ledger. */
  id: string
  model: Exclude<LanguageModel, string>
  circuit: CircuitBreaker
}

/** A model with a circuit breaker of its own, whose changes are logged. */
export function withCircuit(
  { provider, id, model }: Omit<AvailableModel, 'circuit'>,
  settings?: Parameters<typeof circuitBreaker>[0],
): AvailableModel {
  const onChange = ({ state, reason, until }: ReturnType<CircuitBreaker['state']>) => {
    const says = { provider, model: id, reason, until }
    if (state === 'open') log.error(says, 'a language model is left alone for a while')
    else log.warn(says, 'a language model answers again')
  }
  return { provider, id, model, circuit: circuitBreaker({ onChange, ...settings }) }
}

/** Each loads its library only when it has a key: a quarter of the server's start is saved. */
const providers: Record<ProviderName, () => Promise<AvailableModel | null>> = {
  async openai() {
    if (!env.OPENAI_API_KEY) return null
    const { createOpenAI } = await import('@ai-sdk/openai')
    const openai = createOpenAI({ apiKey: env.OPENAI_API_KEY, baseURL: env.OPENAI_BASE_URL })
    const id = env.OPENAI_MODEL
    // What imitates OpenAI speaks chat completions; OpenAI itself prefers its responses.
    const model = env.OPENAI_BASE_URL ? openai.chat(id) : openai(id)
    return withCircuit({ provider: 'openai', id, model })
  },
  async anthropic() {
    if (!env.ANTHROPIC_API_KEY) return null
    const { createAnthropic } = await import('@ai-sdk/anthropic')
    const id = env.ANTHROPIC_MODEL
    const anthropic = createAnthropic({ apiKey: env.ANTHROPIC_API_KEY })
    return withCircuit({ provider: 'anthropic', id, model: anthropic(id) })
  },
  async google() {
    if (!env.GOOGLE_GENERATIVE_AI_API_KEY) return null
    const { createGoogle } = await import('@ai-sdk/google')
    const id = env.GOOGLE_MODEL
    const google = createGoogle({ apiKey: env.GOOGLE_GENERATIVE_AI_API_KEY })
    return withCircuit({ provider: 'google', id, model: google(id) })
  },
}

let available: Promise<AvailableModel[]> | undefined

/** The models for which there is a key, in the order of MODEL_PROVIDERS; at least one. */
export const languageModels = (): Promise<AvailableModel[]> =>
  (available ??= Promise.all(env.MODEL_PROVIDERS.map((name) => providers[name]())).then((models) =>
    models.filter((model) => model !== null),
  ))

/** For operations: whom this process asks, and whom it leaves alone; empty until it has asked. */
export const modelStates = async () =>
  Object.fromEntries(
    (await (available ?? [])).map(({ provider, circuit }) => [provider, circuit.state().state]),
  )

export type AskOptions = {
  signal?: AbortSignal
  /** Other than those of the environment, for tests. */
  models?: AvailableModel[]
  /** Other than MODEL_DAILY_BUDGET_USD, for tests. */
  dailyBudgetUsd?: number
}

/**
 * Calls one model after the other until one answers; see askInTurn. Throws NoModelAnswered, or the
 * reason of the abort.
 */
export const eachModel = async <T>(
  account: Account,
  call: (attempt: Attempt) => Promise<T>,
  options: AskOptions = {},
): Promise<T> => {
  outsideTransaction('a call to a language model')
  return askInTurn(options.models ?? (await languageModels()), account, call, options)
}

type Question<T> = Account &
  AskOptions & {
    instructions: string
    prompt: string
    schema: z.ZodType<T>
    /** How long one provider may take. */
    timeoutMs?: number
  }

/** Also of what a model thinks before it writes. */
const maxOutputTokens = 16_000

/** An answer that fits the schema, from the first provider that gives one. Throws NoModelAnswered. */
export async function askForObject<T>(
  question: Question<T>,
): Promise<{ object: T; model: string }> {
  const { generateText, NoObjectGeneratedError, Output } = await import('ai')
  const { instructions, prompt, schema, timeoutMs = 60_000, signal } = question
  const ask = async (attempt: Attempt) => {
    const guess = { inputTokens: tokensIn(instructions.length + prompt.length), outputTokens: 0 }
    try {
      const { output, usage } = await generateText({
        model: attempt.model.model,
        instructions,
        prompt,
        output: Output.object({ schema }),
        maxOutputTokens,
        // Tried again in askInTurn, so that each call stands in the ledger.
        maxRetries: 0,
        timeout: timeoutMs,
        abortSignal: signal,
      })
      const written = JSON.stringify(output).length
      const tokens = tokensOf(usage, { ...guess, outputTokens: tokensIn(written) })
      await attempt.end({ outcome: 'done', tokens })
      return { object: output, model: attempt.model.id }
    } catch (error) {
      const usage = NoObjectGeneratedError.isInstance(error) ? error.usage : undefined
      const tokens = (await wasRefused(error)) ? nothing : tokensOf(usage, guess)
      await attempt.end({ outcome: signal?.aborted ? 'stopped' : 'failed', tokens, error })
      throw error
    }
  }
  return eachModel(question, ask, question)
}

type Usage = { inputTokens: number | undefined; outputTokens: number | undefined }
export const nothing: Tokens = { inputTokens: 0, outputTokens: 0, estimated: false }

/** What the provider says, otherwise a guess that is marked as one. */
export function tokensOf(
  usage: Usage | undefined,
  guess: { inputTokens: number; outputTokens: number },
): Tokens {
  const { inputTokens, outputTokens } = usage ?? {}
  const estimated = inputTokens === undefined || outputTokens === undefined
  return {
    inputTokens: inputTokens ?? guess.inputTokens,
    outputTokens: outputTokens ?? guess.outputTokens,
    estimated,
  }
}
