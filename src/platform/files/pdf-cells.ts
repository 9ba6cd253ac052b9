import { type Box, boxAround, isGlyph, type Mark } from './pdf-glyphs.ts'
import { isRightToLeftLine } from './pdf-right-to-left.ts'

export interface MarkedLine extends Box {
  marks: Mark[]
  isVertical: boolean
}

/** A part of a line between two wide gaps, with its place among the marks of the line. */
export interface Cell extends Box {
  line: MarkedLine
  from: number
  to: number
  text: string
  size: number
  /** Text that does not run from left to right in a straight line is never part of a column. */
  isPlain: boolean
}

/** A share of the height of the letters. */
const wideGap = 0.9

/** The parts of a line between its wide gaps, or where it jumps back. */
export function cellsOf(line: MarkedLine): Cell[] {
  const isPlain = !line.isVertical && !isRightToLeftLine(line.marks)
  const cells: Cell[] = []
  let from = 0
  let last: (Box & { size: number }) | undefined
  const close = (to: number) => {
    const glyphs = line.marks.slice(from, to).filter(isGlyph)
    if (glyphs.length === 0) return
    cells.push({
      ...boxAround(glyphs),
      line,
      from,
      to,
      text: line.marks
        .slice(from, to)
        .map((mark) => (isGlyph(mark) ? mark.text : mark))
        .join('')
        .trim(),
      size: Math.max(...glyphs.map(({ size }) => size)),
      isPlain: isPlain && glyphs.every(({ isUpright }) => isUpright),
    })
    from = to
  }
  for (const [at, mark] of line.marks.entries()) {
    if (!isGlyph(mark)) continue
    const gap = last ? mark.left - last.right : 0
    if (last && (gap > wideGap * last.size || gap < -4 * last.size)) close(at)
    last = mark
  }
  close(line.marks.length)
  return cells
}

/** The parts of a line that stayed together are one line again. */
export function linesAgain(cells: Cell[]): MarkedLine[] {
  const lines: MarkedLine[] = []
  let open: { line: MarkedLine; from: number; to: number } | undefined
  const close = () => {
    if (!open) return
    const marks = open.line.marks.slice(open.from, open.to)
    lines.push({ ...boxAround(marks.filter(isGlyph)), marks, isVertical: open.line.isVertical })
  }
  for (const { line, from, to } of cells) {
    if (open?.line === line && open.to === from) open.to = to
    else {
      close()
      open = { line, from, to }
    }
  }
  close()
  return lines
}
