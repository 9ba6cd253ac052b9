import type { ModelMessage } from 'ai'
import {
  type AvailableModel,
  eachModel,
  type ModelCall,
  recordModelCall,
} from '#/adapters/language-model.server.ts'
import type { Asker } from './read-chats.server.ts'

export type Prompt = { instructions: string; messages: ModelMessage[] }

export type AnswerOptions = {
  signal: AbortSignal
  /** Other than those of the environment, for tests. */
  models?: AvailableModel[]
  /** How long a model may be silent: before its first word, and between two. */
  firstWordMs?: number
  betweenWordsMs?: number
}

const maxOutputTokens = 1_500
const charactersPerToken = 4

/**
 * The words of an answer as they come. A model that fails before its first word is followed by the
 * next one; one that fails later ends the answer with its error, because half an answer of one model
 * is not continued by another. Each call leaves a line in the ledger. Throws NoModelAnswered, or the
 * reason of the abort.
 */
export async function* streamAnswer(
  asker: Asker,
  prompt: Prompt,
  options: AnswerOptions,
): AsyncGenerator<string> {
  const { first, rest } = await eachModel(async (model) => {
    const words = wordsOf(asker, model, prompt, options)
    const start = await words.next()
    if (start.done) throw new Error('the model said nothing')
    return { first: start.value, rest: words }
  }, options)
  try {
    yield first
    yield* rest
  } finally {
    await rest.return(undefined)
  }
}

async function* wordsOf(
  asker: Asker,
  model: AvailableModel,
  prompt: Prompt,
  { signal, firstWordMs = 20_000, betweenWordsMs = 15_000 }: AnswerOptions,
): AsyncGenerator<string, void> {
  const { streamText } = await import('ai')
  // Of our own: the library's time-outs begin when the provider has answered, and some never do.
  const leave = new AbortController()
  const giveUp = () => leave.abort(new Error('the model was silent too long'))
  let patience = setTimeout(giveUp, firstWordMs)
  const startedAt = performance.now()
  const result = streamText({
    model: model.model,
    instructions: prompt.instructions,
    messages: prompt.messages,
    maxOutputTokens,
    maxRetries: 1,
    abortSignal: AbortSignal.any([signal, leave.signal]),
    // Errors come as parts of the stream; the default writes them to the console.
    onError: () => {},
  })
  let outcome: ModelCall['outcome'] = 'stopped'
  let usage: ModelCall['usage']
  let written = 0
  try {
    for await (const part of result.stream) {
      if (part.type !== 'start' && part.type !== 'start-step') {
        clearTimeout(patience)
        patience = setTimeout(giveUp, betweenWordsMs)
      }
      if (part.type === 'text-delta' && part.text) {
        written += part.text.length
        yield part.text
      } else if (part.type === 'error') throw part.error
      else if (part.type === 'abort') throw new Error(part.reason ?? 'aborted')
      else if (part.type === 'finish') usage = part.totalUsage
    }
    outcome = written > 0 ? 'done' : 'failed'
  } catch (error) {
    signal.throwIfAborted()
    outcome = 'failed'
    throw error
  } finally {
    clearTimeout(patience)
    leave.abort()
    // A provider that was left says nothing about tokens; a person's budget counts them anyway.
    usage ??= { inputTokens: tokensIn(promptLength(prompt)), outputTokens: tokensIn(written) }
    await recordModelCall({ actor: asker, purpose: 'job_chat', model, usage, startedAt, outcome })
  }
}

const tokensIn = (characters: number) => Math.ceil(characters / charactersPerToken)
const promptLength = ({ instructions, messages }: Prompt) =>
  messages.reduce((sum, { content }) => sum + content.length, instructions.length)
