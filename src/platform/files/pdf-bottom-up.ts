import type { MarkedLine } from './pdf-cells.ts'
import { isGlyph } from './pdf-glyphs.ts'

/** A few lines above each other may be a header that is drawn last. */
const fewestLines = 6
const smallestShare = 0.8

/**
 * Some programs draw each column of a page from its last line to its first. The lines of such a page
 * are turned, column by column. Text that itself stands upside down is in order.
 */
export function fromTheTop(lines: MarkedLine[]): MarkedLine[] {
  const runs: MarkedLine[][] = []
  let last: MarkedLine | undefined
  for (const line of lines) {
    const run = runs.at(-1)
    if (run && last && line.bottom >= last.top) run.push(line)
    else runs.push([line])
    last = line
  }
  const isBottomUp =
    lines.length >= fewestLines && lines.length - runs.length >= smallestShare * (lines.length - 1)
  return isBottomUp && lines.every(isUpright) ? runs.flatMap((run) => run.toReversed()) : lines
}

const isUpright = ({ marks, isVertical }: MarkedLine) =>
  !isVertical && marks.every((mark) => !isGlyph(mark) || mark.isUpright)
