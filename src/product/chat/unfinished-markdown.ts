/**
 * Markdown that is still being written, so that it can be shown at every character without marks that
 * stand there as text until their other half comes: what is open in the last line is closed, and what
 * has only begun is left out. Whole Markdown is not to be given here: there a lone mark is meant.
 */
export function closeOpenMarks(text: string): string {
  const start = text.lastIndexOf('\n') + 1
  const line = text.slice(start)
  if (isInFence(text.slice(0, start)) || /^\s*(`{1,3}|~{1,3})\w*$/.test(line)) return text
  const closed = saysNothing(line) ? line : closeLine(line)
  const before = text.slice(0, start)
  return saysNothing(closed) ? before.trimEnd() : before + closed
}

/**
 * What was stopped mostly ends within a word: as it is shown, up to the last whole one. What is stored
 * stays as it is, or it could not be continued.
 */
export function endAtAWord(text: string): string {
  if (isInFence(text) || !/[\p{L}\p{N}]$/u.test(text)) return text
  let shown = text.replace(/\S+$/, '').trimEnd()
  // Of an item whose first word was cut there is nothing left but its mark.
  while (shown && saysNothing(shown.slice(shown.lastIndexOf('\n') + 1)))
    shown = shown.slice(0, Math.max(0, shown.lastIndexOf('\n'))).trimEnd()
  return `${shown || text}…`
}

/** A dash, a number, a few hashes: what they begin is not there yet. */
const saysNothing = (line: string) => /^(?:[-*+]|\d{1,9}[.)]?|#{1,6}|>)?$/.test(line.trim())

const isInFence = (lines: string) => (lines.match(/^[^\S\n]*(?:```|~~~)/gm)?.length ?? 0) % 2 === 1

function closeLine(line: string): string {
  const ticks = line.match(/`/g)?.length ?? 0
  if (ticks % 2 === 1) return line.endsWith('`') ? line.slice(0, -1).trimEnd() : `${line}\``
  // Marks after a space have nothing to mark yet.
  const plain = withoutOpenLink(line).replace(/(?<=^|\s)[*_]+$/, '')
  // What is inside of code is not marked.
  const prose = plain.replaceAll(/`[^`]*`/g, (code) => 'x'.repeat(code.length))
  const item = /^\s*[-*+]\s/.exec(prose)?.[0].length ?? 0
  const open: { mark: string; at: number }[] = []
  for (const match of prose.slice(item).matchAll(marks)) {
    const [mark] = match
    const last = open.at(-1)
    const at = item + match.index
    if (last?.mark === mark) open.pop()
    // Half of the closing one.
    else if (mark === '*' && last?.mark === '**' && at === plain.length - 1) return `${plain}*`
    else open.push({ mark, at })
  }
  const [outer, ...inner] = open
  if (!outer) return plain
  // Of marks in one another only the outer one is closed: two that end together would be one mark.
  const words = inner
    .reduceRight((shown, { mark, at }) => without(shown, mark, at), plain)
    .trimEnd()
  const { mark, at } = outer
  if (words.length === at + mark.length) return words.slice(0, at).trimEnd()
  return words.endsWith('*') ? without(words, mark, at) : words + mark
}

const marks = /\*\*|(?<!\w)[*_](?=[^\s*_])|(?<=\S)[*_](?!\w)/g

const without = (text: string, mark: string, at: number) =>
  text.slice(0, at) + text.slice(at + mark.length)

/** Of a link whose address is on its way its words alone. */
const withoutOpenLink = (line: string) =>
  line.replace(/!?\[([^\]\n]{0,500})(?:\](?:\([^)\n]{0,2000})?)?$/, (_, label: string) => label)
