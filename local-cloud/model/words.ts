/** Joins names the way a sentence does: "a, b and c". */
export function listed(names: readonly string[], and: string): string {
  if (names.length < 2) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`
}

/** The same seed always picks the same variant; different seeds spread over all of them. A variant
 * in `used` is taken only when all are. */
export function pick<T>(variants: readonly [T, ...T[]], seed: string, used = new Set<number>()): T {
  const start = Number(Bun.hash.wyhash(seed) % BigInt(variants.length))
  for (let step = 0; step < variants.length; step++) {
    const index = (start + step) % variants.length
    if (used.has(index)) continue
    used.add(index)
    return variants[index] ?? variants[0]
  }
  return variants[start] ?? variants[0]
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’.+#/-][\p{L}\p{N}+#]+)*/gu)?.length ?? 0
}

/** At most `max` characters, cut at a word, and still a verbatim beginning of the text. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  const slice = text.slice(0, max)
  const space = slice.lastIndexOf(' ')
  return (space > max / 2 ? slice.slice(0, space) : slice).trimEnd()
}

/** Lower case without accents, for comparing what people type. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const FILLER = new Set(
  'the a an and or of to in on at for with from by is are was be this that it its as your you our we i my me can do does what how der die das und oder von zu im in auf für mit ist sind ein eine einen du dein wir ich mein was wie bei den dem des zur zum o os as e ou de do da dos das para em no na com é um uma que como por ao se mais the about there have has which would could please tell will not'.split(
    ' ',
  ),
)

/** The words that carry meaning, lower case, in order, at least three letters long. */
export function contentWords(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}[\p{L}\p{N}+#.-]*[\p{L}\p{N}+#]/gu) ?? []).filter(
    (word) => word.length > 2 && !FILLER.has(word),
  )
}

/** The most frequent meaningful words, most frequent first. */
export function keywords(text: string, limit: number): string[] {
  const counts = new Map<string, number>()
  for (const word of contentWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .toSorted((a, b) => b[1] - a[1] || b[0].length - a[0].length)
    .slice(0, limit)
    .map(([word]) => word)
}

export function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 0)
}
