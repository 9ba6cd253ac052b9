/**
 * US dollars for a million tokens, which is also millionths of a dollar a token. Published prices of
 * 2025; a model that is not listed costs "unknown" in the ledger, never zero.
 */
const prices = new Map<string, { input: number; output: number }>(
  Object.entries({
    'gpt-5': { input: 1.25, output: 10 },
    'gpt-5-mini': { input: 0.25, output: 2 },
    'gpt-5-nano': { input: 0.05, output: 0.4 },
    'claude-opus-4-5': { input: 5, output: 25 },
    'claude-sonnet-4-5': { input: 3, output: 15 },
    'claude-haiku-4-5': { input: 1, output: 5 },
    'gemini-2.5-pro': { input: 1.25, output: 10 },
    'gemini-2.5-flash': { input: 0.3, output: 2.5 },
    'local-rules': { input: 0, output: 0 },
  }),
)

export function costMicrosOf(model: string, inputTokens: number, outputTokens: number) {
  // Providers name a version of a model by its day: gpt-5-mini-2025-08-07, claude-haiku-4-5-20251001.
  const price = prices.get(model) ?? prices.get(model.replace(/-\d{4}-?\d{2}-?\d{2}$/, ''))
  return price ? Math.round(inputTokens * price.input + outputTokens * price.output) : null
}

/** As if the dearest of them had answered: what a budget assumes of a model without a price. */
export const highestCostMicrosOf = (inputTokens: number, outputTokens: number): number =>
  Math.max(
    ...[...prices.keys()].map((model) => costMicrosOf(model, inputTokens, outputTokens) ?? 0),
  )
