/** What a run has seen. Everything in `violations` must not have happened. */
export class Findings {
  readonly counts = {
    transactions: 0,
    committed: 0,
    'taken back by the work': 0,
    'taken back because a statement failed': 0,
    'swallowed failures reported at the commit': 0,
    'ended by a broken connection': 0,
    'ended by a time limit or a cancellation': 0,
    'abandoned by the caller': 0,
    'late statements refused': 0,
    'foreign writes refused': 0,
    'rows read': 0,
    'foreign rows': 0,
    'idle connections looked at': 0,
  }
  readonly violations: string[] = []
  /** Texts of rows by how their transaction ended. */
  readonly written = {
    kept: new Set<string>(),
    gone: new Set<string>(),
    unknown: new Set<string>(),
  }

  count(what: keyof Findings['counts'], by = 1) {
    this.counts[what] += by
  }
  /** Kept short: after the first hundred nobody reads on. */
  violation(what: string) {
    if (this.violations.length < 100) this.violations.push(what)
  }
  foreign(what: string) {
    this.count('foreign rows')
    this.violation(what)
  }
}

/** The same sequence for the same seed, so that a run can be repeated. */
export function randomFrom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    chance: (probability: number) => next() < probability,
    oneOf<T>(values: readonly T[]): T {
      const value = values[below(values.length)]
      if (value === undefined) throw new Error('Nothing to choose from.')
      return value
    },
  }
}
export type Random = ReturnType<typeof randomFrom>

/** Every message and code in the chain of causes. */
export function reasonsOf(error: unknown): string {
  const said: string[] = []
  for (let at = error; at instanceof Error; at = at.cause) {
    said.push('code' in at ? `${String(at.code)} ${at.message}` : `${at.name} ${at.message}`)
  }
  return said.join(' <- ')
}
