import { joinAccents } from './pdf-accents.ts'
import { fromTheTop } from './pdf-bottom-up.ts'
import type { MarkedLine } from './pdf-cells.ts'
import { untangleColumns } from './pdf-columns.ts'
import { joinDates } from './pdf-date-columns.ts'
import { type Box, boxAround, type Glyph, isGlyph, type Mark } from './pdf-glyphs.ts'
import { isRightToLeftLine, readLine, type ShownLine, shownText } from './pdf-right-to-left.ts'

export interface Piece {
  text: string
  left: number
}

export interface Line extends Box {
  pieces: Piece[]
  isVertical: boolean
}

export const textOfLine = ({ pieces }: Line) => pieces.map(({ text }) => text).join('')

/** The lines of a page in reading order, each with the place that it takes. */
export function linesOf(marks: Mark[]): Line[] {
  const lines: MarkedLine[] = []
  let current: Mark[] = []
  const close = (isVertical: boolean) => {
    const glyphs = current.filter(isGlyph)
    if (glyphs.length > 0) lines.push({ ...boxAround(glyphs), marks: current, isVertical })
    current = []
  }
  const joined = keepTogether(joinAccents(marks))
  const vertical = verticalObjects(joined)
  let last: Glyph | undefined
  for (const mark of joined) {
    if (mark === '\n') {
      close(last !== undefined && vertical.has(last.object))
      last = undefined
      continue
    }
    if (isGlyph(mark)) {
      const turns = last && vertical.has(last.object) !== vertical.has(mark.object)
      const nextColumn = last && vertical.has(mark.object) && last.object !== mark.object
      if (last && (turns || nextColumn)) close(vertical.has(last.object))
      last = mark
    }
    current.push(mark)
  }
  close(last !== undefined && vertical.has(last.object))
  return inColumnOrder(withPieces(untangleColumns(joinDates(fromTheTop(lines)))))
}

/** Each line's text. One with Hebrew or Arabic letters is put in order by its place on the page. */
function withPieces(lines: MarkedLine[]): Line[] {
  const isTurned = (line: MarkedLine) => !line.isVertical && isRightToLeftLine(line.marks)
  const shown: ShownLine[] = lines.some(isTurned)
    ? lines.map((line) => ({
        ...line,
        text: isTurned(line) ? shownText(line.marks) : line.marks.map(textOf).join(''),
      }))
    : []
  return lines.map((line, index) => {
    const { marks } = line
    const place = shown[index]
    if (place && isTurned(line)) {
      // A field beside the line goes on where the line ends.
      return { ...line, pieces: [{ text: readLine(place, shown), left: -Infinity }] }
    }
    const isSpaced = isLetterSpaced(marks)
    return { ...line, pieces: isSpaced ? closeUp(marks.filter(isGlyph)) : piecesOf(marks) }
  })
}

/** After a raised "st" or "2" PDFium begins a line, though the text goes on right beside it. */
function keepTogether(marks: Mark[]): Mark[] {
  return marks.map((mark, at) => {
    const before = marks[at - 1]
    const after = marks[at + 1] === ' ' ? marks[at + 2] : marks[at + 1]
    if (mark !== '\n' || !before || !after || !isGlyph(before) || !isGlyph(after)) return mark
    const height = Math.max(before.top - before.bottom, after.top - after.bottom)
    const lower = Math.min(before.top - before.bottom, after.top - after.bottom)
    const shared = Math.min(before.top, after.top) - Math.max(before.bottom, after.bottom)
    const gap = after.left - before.right
    if (shared < lower / 6 || gap < -height / 4 || gap > height) return mark
    return gap > height / 4 ? ' ' : ''
  })
}

const textOf = (mark: Mark) => (isGlyph(mark) ? mark.text : mark)

function piecesOf(marks: Mark[]): Piece[] {
  let left = -Infinity
  return marks.map((mark) => {
    if (isGlyph(mark)) left = mark.left
    return { text: textOf(mark), left }
  })
}

const limitLetterSpaced = 200

/** "E X P E R I E N C E": a heading whose letters stand apart, and nothing else in its line. */
function isLetterSpaced(marks: Mark[]): boolean {
  if (marks.length > limitLetterSpaced) return false
  const words = marks.map(textOf).join('').trim().split(/\s+/u)
  return words.length >= 5 && words.every((word) => /^[\p{L}\p{N}&]\p{M}*$/u.test(word))
}

/** Its words stand further apart than its letters. */
function closeUp(glyphs: Glyph[]): Piece[] {
  const gaps = glyphs.slice(1).map((glyph, index) => glyph.left - (glyphs[index]?.right ?? 0))
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  return glyphs.map(({ text, left }, index) => {
    const isApart = (gaps[index - 1] ?? 0) > usual * 1.6 + 0.5
    return { text: isApart ? ` ${text}` : text, left }
  })
}

/** Text objects whose upright letters stand below each other: Japanese and Chinese columns. */
function verticalObjects(marks: Mark[]): Set<number> {
  const ends = new Map<number, { first: Glyph; last: Glyph }>()
  for (const glyph of marks.filter(isGlyph)) {
    const known = ends.get(glyph.object)
    if (known) known.last = glyph
    else ends.set(glyph.object, { first: glyph, last: glyph })
  }
  const found = new Set<number>()
  for (const [object, { first, last }] of ends) {
    const isBelow = last.top <= first.bottom + (first.top - first.bottom) / 2
    const isBeside = last.left > first.right || last.right < first.left
    if (first !== last && first.isUpright && isBelow && !isBeside) found.add(object)
  }
  return found
}

/** Columns are read from the right, and PDFium gives them from the left. */
function inColumnOrder(lines: Line[]): Line[] {
  const ordered: Line[] = []
  let columns: Line[] = []
  const close = () => {
    ordered.push(...columns.toSorted((a, b) => b.left - a.left))
    columns = []
  }
  for (const line of lines) {
    if (line.isVertical) columns.push(line)
    else {
      close()
      ordered.push(line)
    }
  }
  close()
  return ordered
}
