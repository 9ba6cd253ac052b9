/**
 * The Markdown that a model writes, as data: what is not listed here stays text. Pages of conversations
 * are rendered on the server, and what a model writes somebody may have made it write: every expression
 * here takes time in proportion to the text, however it is put together.
 */
export type Inline =
  | string
  | { type: 'strong' | 'em'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; href: string; children: Inline[] }

export type Block =
  | { type: 'paragraph' | 'heading'; children: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'quote'; children: Block[] }
  | { type: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { type: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { type: 'rule' }

const listItem = /^(\s*)(?:[-*+]|(\d{1,9})[.)])\s+(.*)$/
const fence = /^\s*(```|~~~)/
const rule = /^\s*([-*_])(?:\s*\1){2,}\s*$/
const maxDepth = 6

/** Characters that turn the direction of what follows, with which an address can be made to look like another. */
const turnsDirection = /[\u202A-\u202E\u2066-\u2069]/g

export const parseMarkdown = (text: string): Block[] =>
  blocksIn(text.replaceAll(turnsDirection, '').split('\n'), 0)

function blocksIn(lines: string[], depth: number): Block[] {
  if (depth > maxDepth) return [{ type: 'paragraph', children: [lines.join('\n')] }]
  const blocks: Block[] = []
  let paragraph: string[] = []
  const endParagraph = () => {
    if (paragraph.length === 0) return
    blocks.push({ type: 'paragraph', children: parseInline(paragraph.join('\n')) })
    paragraph = []
  }
  for (let i = 0; i < lines.length;) {
    const line = lines[i] ?? ''
    const block = blockAt(lines, i, depth)
    if (block) {
      endParagraph()
      blocks.push(block.block)
      i = block.next
      continue
    }
    if (line.trim() === '') endParagraph()
    else paragraph.push(line.trim())
    i++
  }
  endParagraph()
  return blocks
}

type Found = { block: Block; next: number }

function blockAt(lines: string[], at: number, depth: number): Found | null {
  const line = lines[at] ?? ''
  const opening = fence.exec(line)
  if (opening) return codeAt(lines, at, opening[1] ?? '```')
  const heading = /^\s{0,3}#{1,6}\s(.*)$/.exec(line)
  if (heading) {
    const children = parseInline(withoutClosingMarks(heading[1] ?? ''))
    return { block: { type: 'heading', children }, next: at + 1 }
  }
  if (rule.test(line)) return { block: { type: 'rule' }, next: at + 1 }
  if (/^\s{0,3}>/.test(line)) return quoteAt(lines, at, depth)
  if (listItem.test(line)) return listAt(lines, at, depth)
  if (line.includes('|') && isTableRule(lines[at + 1] ?? '')) return tableAt(lines, at)
  return null
}

/** "Pay ##" is "Pay", but "C#" is "C#". */
function withoutClosingMarks(heading: string): string {
  const text = heading.trim()
  let end = text.length
  while (text[end - 1] === '#') end--
  return end === 0 || text[end - 1]?.trim() === '' ? text.slice(0, end).trim() : text
}

const cellsOf = (line: string) =>
  line
    .trim()
    .replaceAll(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())

const isTableRule = (line: string) => cellsOf(line).every((cell) => /^:?-+:?$/.test(cell))

/** A fence that is not closed yet is still code: the rest is on its way. */
function codeAt(lines: string[], at: number, mark: string): Found {
  const closing = lines.findIndex((line, index) => index > at && line.trim().startsWith(mark))
  const end = closing === -1 ? lines.length : closing
  return { block: { type: 'code', text: lines.slice(at + 1, end).join('\n') }, next: end + 1 }
}

function quoteAt(lines: string[], at: number, depth: number): Found {
  let end = at
  while (/^\s{0,3}>/.test(lines[end] ?? '')) end++
  const inside = lines.slice(at, end).map((line) => line.replace(/^\s{0,3}>\s?/, ''))
  return { block: { type: 'quote', children: blocksIn(inside, depth + 1) }, next: end }
}

function listAt(lines: string[], at: number, depth: number): Found {
  const [, indent = '', number] = listItem.exec(lines[at] ?? '') ?? []
  const ordered = number !== undefined
  const items: string[][] = []
  let i = at
  for (; i < lines.length; i++) {
    const line = lines[i] ?? ''
    const [, own = '', ownNumber, rest = ''] = listItem.exec(line) ?? []
    const isItem = listItem.test(line)
    if (isItem && own.length <= indent.length + 1) {
      if ((ownNumber !== undefined) !== ordered || own.length < indent.length) break
      items.push([rest])
    } else if (line.trim() === '') {
      const next = lines[i + 1] ?? ''
      if (!listItem.test(next) && !/^\s{2,}\S/.test(next)) break
      items.at(-1)?.push('')
    } else if (/^\s{2,}/.test(line)) {
      items.at(-1)?.push(line.replace(new RegExp(`^\\s{1,${indent.length + 4}}`), ''))
    } else break
  }
  const block: Block = {
    type: 'list',
    ordered,
    start: Number(number ?? 1),
    items: items.map((item) => blocksIn(item, depth + 1)),
  }
  return { block, next: i }
}

function tableAt(lines: string[], at: number): Found {
  const cells = (line: string) => cellsOf(line).map(parseInline)
  let end = at + 2
  while ((lines[end] ?? '').includes('|')) end++
  const rows = lines.slice(at + 2, end).map(cells)
  return { block: { type: 'table', head: cells(lines[at] ?? ''), rows }, next: end }
}

/**
 * Code, then links and images, then bold, then italics; each alternative needs its closing mark. What
 * stands between marks has a bound, or marks that are never closed would be looked for to the end from
 * every place.
 */
const inline =
  /`([^`\n]+)`|(!?)\[([^\]\n]{0,500})\]\(([^\s()]{1,2000}(?:\([^\s()]{0,500}\))?)[^)\n]{0,500}\)|(https?:\/\/[^\s<>()[\]"'`*]+[^\s<>()[\]"'`*.,;:!?])|\*\*(?=\S)(.{1,2000}?)(?<=\S)\*\*|(?<![\w*])[*_](?=[^\s*_])([^*_\n]+?)(?<=\S)[*_](?![\w*])/s

export function parseInline(text: string): Inline[] {
  const parts: Inline[] = []
  let rest = text
  while (rest) {
    const match = inline.exec(rest)
    if (!match) break
    const [whole, code, image, label = '', target, bare, strong, em] = match
    if (match.index > 0) parts.push(rest.slice(0, match.index))
    if (code !== undefined) parts.push({ type: 'code', text: code })
    else if (strong !== undefined) parts.push({ type: 'strong', children: parseInline(strong) })
    else if (em !== undefined) parts.push({ type: 'em', children: parseInline(em) })
    else if (bare !== undefined) parts.push(addressOf(bare) ?? bare)
    else if (image) parts.push(label)
    else parts.push(...linked(label, target ?? ''))
    rest = rest.slice(match.index + whole.length)
  }
  if (rest) parts.push(rest)
  return parts
}

/**
 * Only pages of jobs and companies on this site can be clicked. What a model was told to say may hold
 * an address made of what the reader told it, and one click would hand that over; so every other
 * address is shown in full, to be read before it is copied. Pictures are never loaded.
 */
function linked(label: string, target: string): Inline[] {
  if (isOwnPage(target)) return [{ type: 'link', href: target, children: parseInline(label) }]
  const address = addressOf(target)
  if (address === null) return [label]
  return label.trim() === target || label === '' ? [address] : [label, ` (${address})`]
}

const isOwnPage = (target: string) => /^\/(?:jobs|companies)(?:\/[\w-]{1,200})?$/.test(target)

/** As the browser would go to it: letters that look like others are not ASCII, and come out encoded. */
function addressOf(target: string): string | null {
  if (!URL.canParse(target)) return null
  const { protocol, href } = new URL(target)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}
