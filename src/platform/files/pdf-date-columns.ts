import type { MarkedLine } from './pdf-cells.ts'
import { boxAround, isGlyph } from './pdf-glyphs.ts'

/** Fewer dates below each other may be a column's own. */
const fewestDates = 3
const longestDate = 30
const limitLines = 2_000

/**
 * Designers put the dates of a CV into a frame of their own beside the entries, so that all of them are
 * drawn together. Where each of them stands beside a line, each is read with its line.
 */
export function joinDates(lines: MarkedLine[]): MarkedLine[] {
  if (lines.length > limitLines) return lines
  const joined = new Map<MarkedLine, MarkedLine[]>()
  const moved = new Set<MarkedLine>()
  for (const run of runsOfDates(lines)) {
    const others = lines.filter((line) => !run.includes(line) && !line.isVertical)
    const entries = run.map((date) => nearestBeside(others, date))
    if (new Set(entries).size < run.length) continue
    for (const [at, date] of run.entries()) {
      const entry = entries[at]
      if (!entry || moved.has(entry)) continue
      joined.set(entry, [...(joined.get(entry) ?? []), date])
      moved.add(date)
    }
  }
  if (moved.size === 0) return lines
  return lines
    .filter((line) => !moved.has(line))
    .map((line) => [line, ...(joined.get(line) ?? [])].toSorted((a, b) => a.left - b.left))
    .map((parts) => ({
      ...boxAround(parts),
      marks: parts.flatMap(({ marks }, at) => (at === 0 ? marks : [' ' as const, ...marks])),
      isVertical: false,
    }))
}

/** A date has a year, perhaps with months, and nothing else. */
const date = /^(?=.*\b(19|20)\d\d\b)[\p{L}\p{M}\d\s.,/’'–—-]+$/u

function isDate({ marks, isVertical }: MarkedLine): boolean {
  const text = marks
    .map((mark) => (isGlyph(mark) ? mark.text : mark))
    .join('')
    .trim()
  const words = text.match(/\p{L}+/gu) ?? []
  return !isVertical && text.length <= longestDate && words.length <= 4 && date.test(text)
}

function runsOfDates(lines: MarkedLine[]): MarkedLine[][] {
  const runs: MarkedLine[][] = []
  let run: MarkedLine[] = []
  for (const line of [...lines, undefined]) {
    if (line && isDate(line)) run.push(line)
    else {
      if (run.length >= fewestDates) runs.push(run)
      run = []
    }
  }
  return runs
}

function nearestBeside(lines: MarkedLine[], date: MarkedLine): MarkedLine | undefined {
  const distance = (line: MarkedLine) => Math.max(date.left - line.right, line.left - date.right)
  return lines
    .filter((line) => {
      const shared = Math.min(line.top, date.top) - Math.max(line.bottom, date.bottom)
      return shared > (date.top - date.bottom) / 2 && distance(line) > 0
    })
    .toSorted((a, b) => distance(a) - distance(b))[0]
}
