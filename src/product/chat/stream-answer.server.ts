import { type AskOptions, eachModel, nothing, tokensOf } from '#/adapters/language-model.server.ts'
import { ModelTooSlow, UselessAnswer, wasRefused } from '#/adapters/language-model-failure.ts'
import { type Account, tokensIn } from '#/adapters/language-model-ledger.server.ts'
import type { Attempt } from '#/adapters/language-model-turns.server.ts'

export type Prompt = {
  instructions: string
  messages: { role: 'user' | 'assistant'; content: string }[]
}

export type AnswerOptions = AskOptions & {
  signal: AbortSignal
  /** An answer is continued: it may have been whole already, and then nothing is left to say. */
  continues?: boolean
  /** How long a model may be silent: before its first word, and between two. */
  firstWordMs?: number
  betweenWordsMs?: number
  /** How long one may write. */
  totalMs?: number
}

/** Also of what a model thinks before it writes. */
const maxOutputTokens = 4_000

/**
 * The words of an answer as they come. A model that fails before its first word is followed by the
 * next one; one that fails later ends the answer with its error, because half an answer of one model
 * is not continued by another. Each call leaves a line in the ledger. Throws NoModelAnswered, or the
 * reason of the abort.
 */
export async function* streamAnswer(
  actor: Account['actor'],
  prompt: Prompt,
  options: AnswerOptions,
): AsyncGenerator<string> {
  const account: Account = { actor, purpose: 'job_chat' }
  const start = async (attempt: Attempt) => {
    const words = wordsOf(attempt, prompt, options)
    const { value } = await words.next()
    return { first: value ?? '', rest: words }
  }
  const { first, rest } = await eachModel(account, start, options)
  try {
    if (first) yield first
    yield* rest
  } finally {
    await rest.return(undefined)
  }
}

async function* wordsOf(
  attempt: Attempt,
  prompt: Prompt,
  options: AnswerOptions,
): AsyncGenerator<string, void> {
  const { signal } = options
  const clock = patience(options)
  let written = 0
  let usage: Parameters<typeof tokensOf>[0]
  let outcome: 'done' | 'stopped' | 'failed' = 'stopped'
  let isCut = false
  let problem: unknown
  try {
    // The model itself: streamText's pipeline would double what each word costs.
    const { stream } = await modelOf(attempt).doStream({
      prompt: promptOf(prompt),
      maxOutputTokens,
      abortSignal: AbortSignal.any([signal, clock.signal]),
    })
    let isWhole = false
    for await (const part of stream) {
      if (part.type === 'text-delta' && part.delta) {
        clock.heard()
        written += part.delta.length
        yield part.delta
      } else if (part.type === 'error') throw errorFrom(part.error)
      else if (part.type === 'finish') {
        const { inputTokens, outputTokens } = part.usage
        usage = { inputTokens: inputTokens.total, outputTokens: outputTokens.total }
        const { unified } = part.finishReason
        isCut = unified === 'length'
        isWhole = unified !== 'error' && unified !== 'interrupted'
      }
    }
    if (!isWhole) throw clock.signal.reason ?? new Error('the answer broke off')
    if (written === 0 && !options.continues) throw new UselessAnswer('the model said nothing')
    outcome = 'done'
  } catch (error) {
    // A call that is left ends with whatever its connection says; the reason is ours.
    problem = clock.signal.aborted ? clock.signal.reason : error
    signal.throwIfAborted()
    outcome = 'failed'
    throw problem
  } finally {
    clock.stop()
    const guess = { inputTokens: tokensIn(lengthOf(prompt)), outputTokens: tokensIn(written) }
    const refused = outcome === 'failed' && (await wasRefused(problem))
    const tokens = refused && written === 0 ? nothing : tokensOf(usage, guess)
    await attempt.end({ outcome, tokens, error: problem })
  }
  // The provider did what it could; whoever reads is told that it is not the end.
  if (isCut) throw new UselessAnswer('the answer was cut at its greatest length')
}

const errorFrom = (said: unknown) =>
  said instanceof Error ? said : new Error('the provider sent an error', { cause: said })

/** The providers of this version of the AI SDK all are of this kind. */
function modelOf({ model: { model } }: Attempt) {
  if (model.specificationVersion !== 'v4') throw new Error('a model of another version')
  return model
}

type ModelPrompt = Parameters<ReturnType<typeof modelOf>['doStream']>[0]['prompt']

const promptOf = ({ instructions, messages }: Prompt): ModelPrompt => [
  { role: 'system', content: instructions },
  ...messages.map(({ role, content }) => ({
    role,
    content: [{ type: 'text' as const, text: content }],
  })),
]

/** Of our own: the library's time-outs begin when the provider has answered, and some never do. */
function patience({
  firstWordMs = 20_000,
  betweenWordsMs = 15_000,
  totalMs = 120_000,
}: AnswerOptions) {
  const leave = new AbortController()
  const after = (ms: number, what: string) =>
    setTimeout(() => leave.abort(new ModelTooSlow(`the model ${what}`)), ms)
  const whole = after(totalMs, 'wrote for too long')
  let silence = after(firstWordMs, 'did not begin')
  return {
    signal: leave.signal,
    heard() {
      clearTimeout(silence)
      silence = after(betweenWordsMs, 'fell silent')
    },
    stop() {
      clearTimeout(silence)
      clearTimeout(whole)
      leave.abort()
    },
  }
}

const lengthOf = ({ instructions, messages }: Prompt) =>
  messages.reduce((sum, { content }) => sum + content.length, instructions.length)
