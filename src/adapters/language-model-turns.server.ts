import { log } from '#/observability/log.server.ts'
import type { Failure, Permit } from './circuit-breaker.ts'
import type { AskOptions, AvailableModel } from './language-model.server.ts'
import { failureOf } from './language-model-failure.ts'
import {
  type Account,
  dailyBudgetSpent,
  DailyBudgetSpent,
  type LedgerLine,
  recordModelCall,
} from './language-model-ledger.server.ts'

/** Nobody answered; `cause` is what the last provider said. */
export class NoModelAnswered extends Error {
  constructor(cause: unknown) {
    super('no language model answered', { cause })
    this.name = 'NoModelAnswered'
  }
}

type End = Pick<LedgerLine, 'outcome' | 'tokens'> & { error?: unknown }

/** One request to one provider. Whoever makes it says how it ended, once and however it ended. */
export type Attempt = {
  model: AvailableModel
  /** Writes the ledger, and tells the circuit breaker. */
  end(end: End): Promise<void>
}

function attemptOf(model: AvailableModel, permit: Permit, account: Account): Attempt {
  const startedAt = performance.now()
  return {
    model,
    async end({ outcome, tokens, error }) {
      if (outcome === 'done') permit.done()
      else if (outcome === 'stopped') permit.left()
      else permit.failed(await failureOf(error))
      const { actor, purpose } = account
      const { provider, id } = model
      await recordModelCall({ actor, purpose, provider, model: id, tokens, startedAt, outcome })
    },
  }
}

/** A provider that stumbled is asked once more when nobody else could answer, but not much later. */
const secondChanceMs = 500
const longestWaitMs = 3_000

/**
 * Calls one model after the other until one answers. `call` throws when its model failed: the
 * provider is down, took too long, or its answer is unusable. Models whose circuit is open are
 * skipped. When nobody answered, those that only stumbled are asked once more; when all were skipped,
 * the probe that is under way is awaited, or the least bad one is probed early. A caller that gave up
 * (`signal`) is not served by the next one: the reason of the abort is thrown. Throws NoModelAnswered.
 */
export async function askInTurn<T>(
  models: AvailableModel[],
  account: Account,
  call: (attempt: Attempt) => Promise<T>,
  { signal, dailyBudgetUsd }: AskOptions,
): Promise<T> {
  const resetsAt = await dailyBudgetSpent(dailyBudgetUsd)
  if (resetsAt) throw new NoModelAnswered(new DailyBudgetSpent(resetsAt))
  const turn = (some: AvailableModel[], early = false) =>
    askSome(some, account, call, signal, early)

  const first = await turn(models)
  if ('answer' in first) return first.answer
  const failures = [...first.failures]
  const probes = models.filter(({ circuit }) => circuit.state().state === 'probing')
  const stumbled = failures.filter(({ failure }) => isBrief(failure))
  let second: Turn<T> = { failures: [] }
  if (failures.length === 0 && probes.length > 0) {
    await Promise.race([...probes.map(({ circuit }) => circuit.probed()), aborted(signal)])
    second = await turn(models)
  } else if (stumbled.length > 0) {
    const waits = stumbled.map(({ failure }) => failure.retryAfterMs ?? secondChanceMs)
    await Promise.race([Bun.sleep(Math.min(...waits)), aborted(signal)])
    second = await turn(stumbled.map(({ model }) => model))
  }
  if ('answer' in second) return second.answer
  failures.push(...second.failures)
  if (probes.length === 0) {
    const skipped = models.filter((model) => !failures.some((failed) => failed.model === model))
    const last = await turn(leastBadFirst(skipped), true)
    if ('answer' in last) return last.answer
    failures.push(...last.failures)
  }
  throw new NoModelAnswered(failures.at(-1)?.error ?? new Error('every model is left alone'))
}

type Failed = { model: AvailableModel; error: unknown; failure: Failure }
type Turn<T> = { answer: T } | { failures: Failed[] }

async function askSome<T>(
  models: AvailableModel[],
  account: Account,
  call: (attempt: Attempt) => Promise<T>,
  signal: AbortSignal | undefined,
  early: boolean,
): Promise<Turn<T>> {
  const failures: Failed[] = []
  for (const model of models) {
    signal?.throwIfAborted()
    const permit = model.circuit.enter({ early })
    if (!permit) continue
    try {
      const answer = await call(attemptOf(model, permit, account))
      permit.answered()
      return { answer }
    } catch (error) {
      permit.left()
      signal?.throwIfAborted()
      const { provider, id } = model
      log.warn({ provider, model: id, error: String(error) }, 'a language model failed')
      failures.push({ model, error, failure: await failureOf(error) })
      // One probe before its time is enough.
      if (early) break
    }
  }
  return { failures }
}

/** It said quickly that it cannot just now. */
const isBrief = ({ kind, retryAfterMs = 0 }: Failure) =>
  (kind === 'down' || kind === 'busy') && retryAfterMs <= longestWaitMs

const leastBadFirst = (models: AvailableModel[]) =>
  models.toSorted((a, b) => Number(a.circuit.state().until) - Number(b.circuit.state().until))

/** Never resolves. */
const aborted = (signal: AbortSignal | undefined) =>
  new Promise<never>((_, reject) => {
    const leave = () => reject(signal?.reason)
    if (signal?.aborted) leave()
    else signal?.addEventListener('abort', leave, { once: true })
  })
