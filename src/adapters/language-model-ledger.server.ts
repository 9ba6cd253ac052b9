import { gte, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { type Actor, asSystem } from '#/db/access.server.ts'
import { modelCall } from '#/db/schema/model-calls.ts'
import { env } from '#/env.server.ts'
import { log } from '#/observability/log.server.ts'
import { costMicrosOf, highestCostMicrosOf } from './model-prices.ts'

/** In whose name a model is asked, and what for. */
export type Account = {
  /** `organizationId`: the tenant whose job it is about. */
  actor: Actor
  purpose: (typeof modelCall.$inferInsert)['purpose']
}

export type Tokens = { inputTokens: number; outputTokens: number; estimated: boolean }

export type LedgerLine = Account & {
  provider: string
  model: string
  tokens: Tokens
  /** From performance.now(). */
  startedAt: number
  outcome: (typeof modelCall.$inferInsert)['outcome']
}

const charactersPerToken = 4
export const tokensIn = (characters: number) => Math.ceil(characters / charactersPerToken)

/**
 * Adds a line to the ledger, after the call has ended. It is in a transaction of its own, and its
 * failure is only logged: nobody loses an answer because the books are closed.
 */
export async function recordModelCall(line: LedgerLine): Promise<void> {
  const { actor, purpose, provider, model, outcome, tokens } = line
  const { inputTokens, outputTokens } = tokens
  const row = {
    userId: actor.userId,
    visitorId: actor.visitorId ?? null,
    organizationId: actor.organizationId ?? null,
    purpose,
    provider,
    model,
    ...tokens,
    costMicros: costMicrosOf(model, inputTokens, outputTokens),
    durationMs: Math.round(performance.now() - line.startedAt),
    outcome,
  }
  spentSince += row.costMicros ?? highestCostMicrosOf(inputTokens, outputTokens)
  await asSystem('ledger of a model call', (tx) => tx.insert(modelCall).values(row)).catch(
    (error: unknown) => log.error({ err: error, row }, 'model call not recorded'),
  )
}

/** MODEL_DAILY_BUDGET_USD is spent: no model is asked before `resetsAt`, the next UTC day. */
export class DailyBudgetSpent extends Error {
  constructor(readonly resetsAt: Date) {
    super('the daily budget for language models is spent')
    this.name = 'DailyBudgetSpent'
  }
}

const dayMs = 24 * 60 * 60_000
/** What the ledger said when it was last read, and what this process has spent since. */
let known = { day: 0, micros: 0, readAt: -Infinity }
let spentSince = 0
let saidOn = 0

/**
 * The end of the day when the whole site has spent its budget for it, otherwise null. The ledger is
 * added up every ten seconds, and what this process spends in between counts at once; a model without
 * a known price counts as the dearest one.
 */
export async function dailyBudgetSpent(
  budgetUsd: number | undefined = env.MODEL_DAILY_BUDGET_USD,
  readAgainAfterMs = 10_000,
): Promise<Date | null> {
  if (budgetUsd === undefined) return null
  const day = Math.floor(Date.now() / dayMs)
  if (known.day !== day || performance.now() - known.readAt > readAgainAfterMs) {
    const readAt = performance.now()
    spentSince = 0
    known = { day, micros: await spentOn(day), readAt }
  }
  if (known.micros + spentSince < budgetUsd * 1_000_000) return null
  if (saidOn !== day) log.error({ budgetUsd }, 'the daily budget for language models is spent')
  saidOn = day
  return new Date((day + 1) * dayMs)
}

async function spentOn(day: number): Promise<number> {
  const priced = sql<number>`coalesce(sum(${modelCall.costMicros}), 0)::float8`
  const unpriced = (tokens: AnyPgColumn) =>
    sql<number>`coalesce(sum(${tokens}) filter (where ${modelCall.costMicros} is null), 0)::float8`
  const [spent] = await asSystem('models: what was spent today', (tx) =>
    tx
      .select({
        priced,
        input: unpriced(modelCall.inputTokens),
        output: unpriced(modelCall.outputTokens),
      })
      .from(modelCall)
      .where(gte(modelCall.createdAt, new Date(day * dayMs))),
  )
  return spent ? spent.priced + highestCostMicrosOf(spent.input, spent.output) : 0
}
