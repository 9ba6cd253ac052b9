import type { Box } from './pdf-glyphs.ts'

interface Cell extends Box {
  size: number
}

/** Fewer sections may be columns whose headings happen to stand side by side. */
const fewestSections = 3

/**
 * The cells of two columns. Where both of them pause and go on at the same height again and again,
 * such as with an employer at the left of its tasks, they are read section by section.
 */
export function inSections<T extends Cell>(left: T[], right: T[]): T[] {
  const tops = sectionTops(left, right)
  const sections: T[] = []
  let count = 0
  for (const [at, top] of tops.entries()) {
    const below = tops[at + 1] ?? -Infinity
    const isInside = (cell: T) => cell.top <= top && cell.top > below
    const sides = [left.filter(isInside), right.filter(isInside)]
    if (sides.every((side) => side.length > 0)) count++
    sections.push(...sides.flat())
  }
  return count >= fewestSections ? sections : [...left, ...right]
}

/** The heights at which sections begin, from the top down. */
function sectionTops(left: Cell[], right: Cell[]): number[] {
  const rows: { gap: number; top: number; size: number }[] = []
  let floor = Infinity
  for (const { top, bottom, size } of [...left, ...right].toSorted((a, b) => b.top - a.top)) {
    if (top < floor) rows.push({ gap: floor - top, top, size })
    floor = Math.min(floor, bottom)
  }
  const usual = rows.map(({ gap }) => gap).toSorted((a, b) => a - b)[rows.length >> 1] ?? 0
  const tops: number[] = []
  let begun = 0
  for (const [at, { gap, top, size }] of rows.entries()) {
    const isWide = gap > Math.max(1.8 * usual, usual + 0.3 * size)
    const begins = (side: Cell[]) =>
      side.some((cell) => cell.top <= top && cell.top > top - size / 2)
    // A row alone is the heading of what follows.
    const isAfterHeading = at - begun === 1
    if (at > 0 && (!isWide || isAfterHeading || !begins(left) || !begins(right))) continue
    tops.push(top)
    begun = at
  }
  return tops
}
