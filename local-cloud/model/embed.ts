/** Deterministic embedding: words and character trigrams hashed into buckets, length 1. Words that
 * share stems or spelling come near each other; it knows nothing of meaning. */
export function embedText(text: string, dimensions: number): number[] {
  const vector = new Float64Array(dimensions)
  const add = (feature: string, weight: number) => {
    const hash = Bun.hash.wyhash(feature)
    const index = Number(hash % BigInt(dimensions))
    // The sign keeps collisions from adding up, so unrelated texts stay near 0.
    const sign = (hash >> 60n) % 2n === 0n ? 1 : -1
    vector[index] = (vector[index] ?? 0) + sign * weight
  }
  const counts = new Map<string, number>()
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}+#]+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const [word, count] of counts) {
    // Short words are mostly function words; repeated ones count less each time.
    const weight = Math.sqrt(count) * (word.length <= 3 ? 0.35 : 1)
    add(`w:${word}`, weight)
    const padded = `^${word}$`
    for (let i = 0; i + 3 <= padded.length; i++) add(`t:${padded.slice(i, i + 3)}`, weight * 0.4)
  }
  if (counts.size === 0) vector[0] = 1
  let squares = 0
  for (const value of vector) squares += value * value
  const length = Math.sqrt(squares) || 1
  return Array.from(vector, (value) => value / length)
}

export function similarity(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
