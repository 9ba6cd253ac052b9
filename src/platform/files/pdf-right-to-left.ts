import { type Box, type Glyph, isGlyph, type Mark } from './pdf-glyphs.ts'
import { directionsOf, hasRightToLeft, inReadingOrder, wideGap } from './reading-order.ts'

/** A line as it looks from left to right, and its place. */
export interface ShownLine extends Box {
  text: string
}

export const isRightToLeftLine = (marks: Mark[]) =>
  marks.some((mark) => isGlyph(mark) && hasRightToLeft(mark.text))

/** The text of a line from left to right. The order of the file is not asked: it may be either. */
export function shownText(marks: Mark[]): string {
  const glyphs = marks.filter(isGlyph)
  const apart = blanksBetween(marks)
  const height = Math.max(...glyphs.map(({ size, top, bottom }) => Math.max(size, top - bottom)))
  let text = ''
  let last: Glyph | undefined
  for (const glyph of withMarks(glyphs).toSorted((a, b) => a.start + a.end - b.start - b.end)) {
    const gap = last ? glyph.start - last.end : 0
    if (gap > height * 2) text += wideGap
    else if (gap > height * 0.2) text += ' '
    else if (last && (apart.get(last)?.has(glyph) || apart.get(glyph)?.has(last))) text += ' '
    // Turned with the line, a sign of several letters is right again.
    text += hasRightToLeft(glyph.text) ? [...glyph.text].toReversed().join('') : glyph.text
    last = glyph
  }
  return text
}

/** The pairs of glyphs between which the page has a blank. */
function blanksBetween(marks: Mark[]): Map<Glyph, Set<Glyph>> {
  const apart = new Map<Glyph, Set<Glyph>>()
  let last: Glyph | undefined
  let isApart = false
  for (const mark of marks) {
    if (!isGlyph(mark)) {
      isApart ||= mark !== ''
      continue
    }
    if (last && isApart) apart.set(last, (apart.get(last) ?? new Set()).add(mark))
    last = mark
    isApart = false
  }
  return apart
}

/** Vowel signs lie over a letter, and signs that stand for one place of the page stay together. */
function withMarks(glyphs: Glyph[]): Glyph[] {
  const letters: Glyph[] = []
  const signs: Glyph[] = []
  for (const glyph of glyphs) {
    const last = letters.at(-1)
    if (/^\p{M}+$/u.test(glyph.text)) signs.push(glyph)
    else if (last && isSamePlace(last, glyph)) last.text += glyph.text
    else letters.push({ ...glyph })
  }
  const distance = (one: Glyph, other: Glyph) =>
    Math.abs(one.left + one.right - other.left - other.right)
  for (const sign of signs) {
    const nearest = letters.toSorted((a, b) => distance(a, sign) - distance(b, sign))[0]
    if (nearest) nearest.text += sign.text
  }
  return letters
}

const isSamePlace = (one: Glyph, other: Glyph) =>
  one.object === other.object && one.left === other.left && one.right === other.right

/** The line in the order in which it is read, among the other lines of its page. */
export function readLine(line: ShownLine, page: ShownLine[]): string {
  return inReadingOrder(line.text, runsFromRight(line, page))
}

/** The first letter cannot tell, since nobody knows yet which one it is. */
function runsFromRight(line: ShownLine, page: ShownLine[]): boolean {
  const letters = directionsOf(line.text)
  if (!letters.includes('L')) return true
  return (
    byPunctuation(line.text) ??
    (letters[0] === 'R' && letters.at(-1) === 'R' ? true : undefined) ??
    byAlignment(line, page) ??
    (letters[0] === 'L' && letters.at(-1) === 'L' ? false : undefined) ??
    mostLinesRunFromRight(page)
  )
}

const bullet = '[•▪◦‣●○■*–—-]'

/** A sentence ends at the far end of its line, and a bullet stands in front of it. */
function byPunctuation(text: string): boolean | undefined {
  const atLeft = /^\s*[.:;,!?]/.test(text) || new RegExp(`\\s${bullet}\\s*$`, 'u').test(text)
  const atRight = /[.:;,!?]\s*$/.test(text) || new RegExp(`^\\s*${bullet}\\s`, 'u').test(text)
  return atLeft === atRight ? undefined : atLeft
}

const tolerance = 3

/** Lines share the edge at which they begin, unless the page sets all of them from the left. */
function byAlignment(line: ShownLine, page: ShownLine[]): boolean | undefined {
  const others = page.filter((other) => other !== line)
  const sharesRight = others.filter(({ right }) => Math.abs(right - line.right) < tolerance)
  const sharesLeft = others.filter(({ left }) => Math.abs(left - line.left) < tolerance)
  if (sharesRight.length > 2 * sharesLeft.length) return true
  if (sharesLeft.length <= 2 * sharesRight.length) return undefined
  const isSetFromLeft = sharesLeft.some(({ text }) => !directionsOf(text).includes('L'))
  return isSetFromLeft ? undefined : false
}

function mostLinesRunFromRight(page: ShownLine[]): boolean {
  const votes = page.map(({ text }) => {
    const letters = directionsOf(text)
    if (letters.length === 0 || letters[0] !== letters.at(-1)) return 0
    return letters[0] === 'R' ? 1 : -1
  })
  return votes.reduce<number>((sum, vote) => sum + vote, 0) >= 0
}
